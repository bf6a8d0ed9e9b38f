package io.recital.eval.retrieval;

import io.recital.eval.EvalException;
import io.recital.models.contract.Contract;
import io.recital.models.contract.DocumentStatus;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.inference.Encoder;
import io.recital.models.inference.TextEncoder;
import io.recital.models.store.Database;
import io.recital.models.store.DatabaseSettings;
import io.recital.models.store.Repositories;
import io.recital.retrieval.plan.ScopeFinder;
import io.recital.retrieval.search.JdbcNames;
import io.recital.retrieval.search.JdbcPassageSearch;
import io.recital.retrieval.search.PassageHit;
import io.recital.retrieval.search.PassageSearch;
import io.recital.retrieval.search.QuestionEmbedding;
import io.recital.retrieval.search.SearchScope;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of contracts, ingested and searched by the service's own parts, in a database of its own that is thrown away
 * in the end.
 */
final class SearchedCorpus implements Closeable {
    private final Path directory;
    private final Database database;
    private final Repositories store;
    private final UUID tenant;
    private final TextEncoder encoder;
    private final PassageSearch search;
    private final ScopeFinder scopes;
    private final Map<String, UUID> contractByFile = new HashMap<>();
    private int passages;

    private SearchedCorpus(Path directory, TextEncoder encoder) {
        this.directory = directory;
        this.encoder = encoder;
        this.database = Database.open(DatabaseSettings.embedded(directory));
        this.store = Repositories.over(database.dataSource());
        this.tenant = store.tenants().findOrCreate("measurement").id();
        this.search = new JdbcPassageSearch(database.dataSource());
        this.scopes = new ScopeFinder(new JdbcNames(database.dataSource()), store);
    }

    /** Ingests the set's files. Takes minutes for hundreds of contracts, most of it for vectors that are not cached. */
    static SearchedCorpus of(RetrievalSet set, TextEncoder encoder) {
        Path directory;
        try {
            directory = Files.createTempDirectory("recital-eval-");
        } catch (IOException e) {
            throw new EvalException("There is no room for a database in the temporary folder; free some", e);
        }
        SearchedCorpus corpus = new SearchedCorpus(directory, encoder);
        try {
            new CorpusIngestion(corpus.database.tenancy(), corpus.store, encoder).ingest(corpus.tenant, set.paths());
            corpus.database.tenancy().run(corpus.tenant, corpus::readContracts);
            return corpus;
        } catch (RuntimeException e) {
            corpus.close();
            throw e;
        }
    }

    private void readContracts() {
        for (Contract contract : store.contracts().list()) {
            DocumentVersion document = store.documents().get(contract.document());
            if (document.status() == DocumentStatus.INGESTED) {
                contractByFile.put(RetrievalSet.TEXTS + document.file(), contract.id());
                passages += store.passages().count(document.id());
            }
        }
    }

    /** How many files were ingested. */
    int documents() {
        return contractByFile.size();
    }

    int passages() {
        return passages;
    }

    /** Encodes the questions together, which is quicker than one by one. */
    void prepare(List<Question> questions) {
        encoder.encode(questions.stream()
                .map(question -> Encoder.QUERY_PREFIX + question.query())
                .toList());
    }

    /**
     * What the service finds for a question, best first. It looks into the contracts that it recognises in the question;
     * where these hold fewer passages than wanted, the best of all others follow.
     */
    List<RetrievedPassage> search(String query, int wanted) {
        return database.tenancy().call(tenant, () -> {
            Set<UUID> contracts = scopes.find(query).contracts();
            List<RetrievedPassage> found = find(query, contracts, wanted);
            return found.size() < wanted && !contracts.isEmpty() ? filledUp(found, query, wanted) : found;
        });
    }

    /** The files of the contracts that the service recognises in a question; empty when it looks everywhere. */
    Set<String> scopeOf(String query) {
        Set<UUID> contracts =
                database.tenancy().call(tenant, () -> scopes.find(query).contracts());
        return contractByFile.entrySet().stream()
                .filter(file -> contracts.contains(file.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What it finds when it is told the right document. */
    List<RetrievedPassage> searchIn(String file, String query, int wanted) {
        return Optional.ofNullable(contractByFile.get(file))
                .map(contract -> database.tenancy().call(tenant, () -> find(query, Set.of(contract), wanted)))
                .orElse(List.of());
    }

    private List<RetrievedPassage> find(String query, Set<UUID> contracts, int wanted) {
        float[] vector = encoder.encode(List.of(Encoder.QUERY_PREFIX + query)).get(0);
        QuestionEmbedding embedding = new QuestionEmbedding(encoder.modelId(), vector);
        return search.search(query, embedding, new SearchScope(contracts, Set.of(), Set.of(), wanted)).stream()
                .map(SearchedCorpus::retrieved)
                .toList();
    }

    private List<RetrievedPassage> filledUp(List<RetrievedPassage> found, String query, int wanted) {
        List<RetrievedPassage> filled = new ArrayList<>(found);
        Set<Excerpt> known = new HashSet<>();
        found.forEach(passage -> known.add(passage.excerpt()));
        for (RetrievedPassage passage : find(query, Set.of(), wanted)) {
            if (filled.size() < wanted && known.add(passage.excerpt())) {
                filled.add(passage.behindTheScope());
            }
        }
        return filled;
    }

    private static RetrievedPassage retrieved(PassageHit hit) {
        return new RetrievedPassage(
                RetrievalSet.TEXTS + hit.file(),
                hit.passage().span().start(),
                hit.passage().span().end(),
                hit.score().fused());
    }

    @Override
    public void close() {
        database.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new EvalException("The temporary database in " + directory + " cannot be deleted; delete it", e);
        }
    }
}
