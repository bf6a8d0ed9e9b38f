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
import io.recital.retrieval.plan.Planner;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.search.ExcerptHit;
import io.recital.retrieval.search.ExcerptSearch;
import io.recital.retrieval.search.JdbcNames;
import io.recital.retrieval.search.QuestionEmbedding;
import io.recital.retrieval.search.SearchScope;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of contracts, ingested, understood and searched by the service's own parts, in a database of its own. */
public final class SearchedCorpus implements Closeable {
    /** Contracts are asked about no day in particular. */
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    private final Path directory;
    private final boolean kept;
    private final Database database;
    private final Repositories store;
    private final UUID tenant;
    private final TextEncoder encoder;
    private final ExcerptSearch search;
    private final Planner planner;
    private final Map<String, UUID> contractByFile = new HashMap<>();
    private int passages;

    private SearchedCorpus(Path directory, boolean kept, TextEncoder encoder) {
        this.directory = directory;
        this.kept = kept;
        this.encoder = encoder;
        this.database = Database.open(DatabaseSettings.embedded(directory));
        this.store = Repositories.over(database.dataSource());
        this.tenant = store.tenants().findOrCreate("measurement").id();
        this.search = ExcerptSearch.over(database.dataSource(), encoder);
        this.planner = new Planner(new JdbcNames(database.dataSource()), store);
    }

    /** Ingests the set's files. Takes minutes for hundreds of contracts, most of it for vectors that are not cached. */
    public static SearchedCorpus of(RetrievalSet set, TextEncoder encoder) {
        try {
            return ingested(set, encoder, Files.createTempDirectory("recital-eval-"), false);
        } catch (IOException e) {
            throw new EvalException("There is no room for a database in the temporary folder; free some", e);
        }
    }

    /** The same in a folder that is kept: what an earlier measurement ingested there is not ingested again. */
    static SearchedCorpus keptIn(Path directory, RetrievalSet set, TextEncoder encoder) {
        try {
            return ingested(set, encoder, Files.createDirectories(directory), true);
        } catch (IOException e) {
            throw new EvalException("Cannot keep a database in " + directory + "; give another --corpus", e);
        }
    }

    private static SearchedCorpus ingested(RetrievalSet set, TextEncoder encoder, Path directory, boolean kept) {
        SearchedCorpus corpus = new SearchedCorpus(directory, kept, encoder);
        try {
            try (CorpusIngestion ingestion = new CorpusIngestion(corpus.database.tenancy(), corpus.store, encoder)) {
                ingestion.ingest(corpus.tenant, set.paths());
            }
            corpus.database.tenancy().run(corpus.tenant, corpus::readContracts);
            corpus.requireNoOthers(set);
            return corpus;
        } catch (RuntimeException e) {
            corpus.close();
            throw e;
        }
    }

    private void requireNoOthers(RetrievalSet set) {
        Set<String> wanted =
                set.files().stream().map(RetrievalSet.TEXTS::concat).collect(Collectors.toSet());
        if (!wanted.containsAll(contractByFile.keySet())) {
            throw new EvalException(directory + " holds documents that are not to be searched; give another --corpus");
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

    /**
     * What the service finds for a question, best first. It looks into the contracts that it recognises in the question;
     * where these hold fewer excerpts than wanted, the best of all others follow.
     */
    public List<RetrievedPassage> search(String query, int wanted) {
        return database.tenancy().call(tenant, () -> {
            Understanding question = planner.understand(query, null, ANY_DAY);
            Set<UUID> contracts = question.scope().contracts();
            List<ExcerptHit> found = find(question.asked(), contracts, wanted);
            List<RetrievedPassage> results =
                    found.stream().map(SearchedCorpus::retrieved).toList();
            return found.size() < wanted && !contracts.isEmpty()
                    ? filledUp(results, question.asked(), contracts, wanted)
                    : results;
        });
    }

    /** The files of the contracts that the service recognises in a question; empty when it looks everywhere. */
    Set<String> scopeOf(String query) {
        Set<UUID> contracts = database.tenancy()
                .call(
                        tenant,
                        () -> planner.understand(query, null, ANY_DAY).scope().contracts());
        return contractByFile.entrySet().stream()
                .filter(file -> contracts.contains(file.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What it finds when it is told the right document. */
    List<RetrievedPassage> searchIn(String file, String query, int wanted) {
        return Optional.ofNullable(contractByFile.get(file))
                .map(contract -> database.tenancy().call(tenant, () -> {
                    String asked = planner.understand(query, contract, ANY_DAY).asked();
                    return find(asked, Set.of(contract), wanted).stream()
                            .map(SearchedCorpus::retrieved)
                            .toList();
                }))
                .orElse(List.of());
    }

    private List<ExcerptHit> find(String asked, Set<UUID> contracts, int wanted) {
        float[] vector = encoder.encode(List.of(Encoder.QUERY_PREFIX + asked)).get(0);
        QuestionEmbedding embedding = new QuestionEmbedding(encoder.modelId(), vector);
        return search.excerpts(asked, embedding, new SearchScope(contracts, Set.of(), Set.of(), wanted));
    }

    private List<RetrievedPassage> filledUp(List<RetrievedPassage> found, String asked, Set<UUID> scope, int wanted) {
        List<RetrievedPassage> filled = new ArrayList<>(found);
        for (ExcerptHit hit : find(asked, Set.of(), wanted)) {
            if (filled.size() < wanted && !scope.contains(hit.passage().contract())) {
                filled.add(retrieved(hit).behindTheScope());
            }
        }
        return filled;
    }

    private static RetrievedPassage retrieved(ExcerptHit hit) {
        return new RetrievedPassage(
                RetrievalSet.TEXTS + hit.passage().file(),
                hit.span().start(),
                hit.span().end(),
                hit.score());
    }

    @Override
    public void close() {
        database.close();
        if (!kept) {
            delete();
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new EvalException("The temporary database in " + directory + " cannot be deleted; delete it", e);
        }
    }
}
