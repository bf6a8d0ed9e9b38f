package io.recital.eval.answers;

import io.recital.eval.EvalException;
import io.recital.extraction.cascade.OfflineExtractors;
import io.recital.ingestion.facts.FactImports;
import io.recital.ingestion.job.Ingestion;
import io.recital.models.evidence.Citation;
import io.recital.models.fact.FeedMapping;
import io.recital.models.finding.Finding;
import io.recital.models.inference.Encoder;
import io.recital.models.ledger.catalogue.Checks;
import io.recital.models.store.Database;
import io.recital.models.store.DatabaseSettings;
import io.recital.models.store.Repositories;
import io.recital.performance.ledger.Ledgers;
import io.recital.performance.ledger.StoredInputs;
import io.recital.retrieval.answer.Answer;
import io.recital.retrieval.answer.Answers;
import io.recital.retrieval.answer.Question;
import io.recital.retrieval.plan.Turn;
import io.recital.retrieval.search.ExcerptSearch;
import io.recital.retrieval.search.JdbcNames;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A portfolio ingested and asked by the service's own parts, in a database of its own that may be kept between runs. */
final class AskedPortfolio implements Closeable {
    private static final String DONE = "ingested";

    private final QuestionBank bank;
    private final Database database;
    private final Repositories store;
    private final UUID tenant;
    private final Encoder encoder;
    private final Answers answers;
    private final @Nullable Path temporary;

    private AskedPortfolio(QuestionBank bank, Path directory, @Nullable Path temporary) {
        this.bank = bank;
        this.temporary = temporary;
        this.database = Database.open(DatabaseSettings.embedded(directory));
        this.store = Repositories.over(database.dataSource());
        this.tenant = store.tenants().findOrCreate("measurement").id();
        this.encoder = new Encoder();
        this.answers = new Answers(
                database.tenancy(),
                store,
                ExcerptSearch.over(database.dataSource(), encoder),
                new JdbcNames(database.dataSource()),
                encoder,
                new Ledgers(
                        store.ledger(), database.tenancy(), new StoredInputs(store), Checks.all(), Clock.systemUTC()),
                Optional.empty());
    }

    /**
     * Ingests the documents, or takes what the same build made of the same documents before.
     *
     * @param cache a folder to keep it in, for one run at a time; null to throw it away in the end
     */
    static AskedPortfolio of(QuestionBank bank, @Nullable Path cache) {
        try {
            if (cache == null) {
                Path directory = Files.createTempDirectory("recital-eval-");
                return new AskedPortfolio(bank, directory, directory).ingested();
            }
            Path directory = cache.resolve("portfolio-" + fingerprint(bank));
            if (!Files.exists(directory.resolve(DONE))) {
                removeOlder(cache);
                Files.createDirectories(directory);
                AskedPortfolio portfolio = new AskedPortfolio(bank, directory, null).ingested();
                Files.createFile(directory.resolve(DONE));
                return portfolio;
            }
            return new AskedPortfolio(bank, directory, null);
        } catch (IOException e) {
            throw new EvalException("There is no room for a database; free some, or name another --cache", e);
        }
    }

    private static String fingerprint(QuestionBank bank) {
        return BuildFingerprint.of(
                List.of(Finding.class, Database.class, Encoder.class, Ingestion.class, OfflineExtractors.class),
                PortfolioIngestion.files(bank));
    }

    private static void removeOlder(Path cache) throws IOException {
        if (Files.isDirectory(cache)) {
            try (Stream<Path> files = Files.list(cache)) {
                for (Path old : files.filter(
                                file -> file.getFileName().toString().startsWith("portfolio-"))
                        .toList()) {
                    remove(old);
                }
            }
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private AskedPortfolio ingested() {
        try {
            new PortfolioIngestion(database.tenancy(), store, encoder).ingest(tenant, bank);
            importFacts();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void importFacts() {
        Path folder = bank.folder().resolve("facts");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            new FactImports(database.tenancy(), store)
                    .run(
                            tenant,
                            FactImports.DEFAULT_FEED,
                            FeedMapping.NONE,
                            files.sorted().toList());
        } catch (IOException e) {
            throw new EvalException("The facts in " + folder + " cannot be read", e);
        }
    }

    /** What the service answers on the day that the portfolio is set on, after the questions before it. */
    Answer ask(BankQuestion question) {
        List<Turn> earlier = new ArrayList<>();
        for (BankQuestion before : bank.before(question)) {
            earlier.add(ask(before.question(), earlier).turn(before.question()));
        }
        return ask(question.question(), earlier);
    }

    private Answer ask(String question, List<Turn> earlier) {
        return answers.answer(
                tenant, new Question(question, null, bank.portfolio().asOf(), earlier));
    }

    /** How many of the citations say what stands at their place in the stored text. */
    int verified(Answer answer) {
        return database.tenancy().call(tenant, () ->
                (int) answer.citations().stream().filter(this::stands).count());
    }

    private boolean stands(Citation citation) {
        return store.documents()
                .findParsed(citation.document())
                .filter(document -> citation.standsIn(document.text()))
                .isPresent();
    }

    @Override
    public void close() {
        encoder.close();
        database.close();
        if (temporary != null) {
            try {
                remove(temporary);
            } catch (IOException e) {
                throw new EvalException("The temporary database in " + temporary + " cannot be deleted; delete it", e);
            }
        }
    }
}
