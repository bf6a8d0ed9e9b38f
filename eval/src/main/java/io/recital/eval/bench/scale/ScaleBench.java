package io.recital.eval.bench.scale;

import io.recital.eval.bench.scale.JdbcComparedSearch.Part;
import io.recital.eval.bench.scale.ScaleLayout.Holding;
import io.recital.eval.bench.timing.ServerProcesses;
import io.recital.eval.bench.timing.Times;
import io.recital.models.contract.Contract;
import io.recital.models.store.Database;
import io.recital.models.store.DatabaseSettings;
import io.recital.models.store.Repositories;
import io.recital.retrieval.search.QuestionEmbedding;
import io.recital.retrieval.search.SearchScope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Generates passages into a database of their own, or goes on with it, and searches it in scopes of every size. */
public final class ScaleBench {
    private static final Logger LOG = LoggerFactory.getLogger(ScaleBench.class);
    /** As many as the service fetches for an answer. */
    private static final int WANTED = 16;

    private static final int WARM_UP = 10;

    /** What a question is asked with. */
    public record Asked(String question, QuestionEmbedding embedding) {}

    private record Scope(String name, UUID tenant, SearchScope search, int passages) {}

    private final Path dataDir;
    private final ScaleLayout layout;
    private final PassageGenerator generator;
    private final String model;

    /**
     * @param dataDir of the database, which is made where it is missing and stays
     * @param model of the generated vectors
     */
    public ScaleBench(Path dataDir, int passages, PassageGenerator generator, String model) {
        this.dataDir = dataDir;
        this.layout = ScaleLayout.of(passages);
        this.generator = generator;
        this.model = model;
    }

    /**
     * Generates what is missing, and searches for every question in every scope.
     *
     * @param compared how many of the questions are compared with exact search, which takes seconds each among a million
     * @param buildMemory for building an index, in megabytes
     */
    public ScaleReport measure(List<Asked> questions, int compared, int buildMemory) {
        try (Database database = Database.open(DatabaseSettings.embedded(dataDir))) {
            JdbcSearchIndexes indexes =
                    new JdbcSearchIndexes(database.ownerDataSource(), dataDir.resolve("search-indexes.sql"));
            Double loadSeconds = load(database, indexes, buildMemory);
            List<ScaleReport.Line> lines = new ArrayList<>();
            for (Scope scope : scopes(database)) {
                lines.add(line(database, scope, questions, compared));
                LOG.info("{}: {}", scope.name(), lines.get(lines.size() - 1));
            }
            OptionalLong memory = new ServerProcesses(dataDir).memory();
            return new ScaleReport(
                    layout.passages(),
                    layout.contracts(),
                    generator.real(),
                    loadSeconds,
                    indexes.tableBytes(),
                    indexes.list(),
                    indexes.sharedBuffers(),
                    memory.isPresent() ? memory.getAsLong() : null,
                    Math.min(compared, questions.size()),
                    lines);
        }
    }

    private @Nullable Double load(Database database, JdbcSearchIndexes indexes, int buildMemory) {
        JdbcGeneratedPortfolio portfolio = new JdbcGeneratedPortfolio(database, generator, model);
        Double seconds = null;
        if (portfolio.contracts() < layout.contracts()) {
            indexes.drop();
            long start = System.nanoTime();
            portfolio.load(layout);
            seconds = (System.nanoTime() - start) / 1e9;
        }
        indexes.build(buildMemory);
        return seconds;
    }

    private List<Scope> scopes(Database database) {
        Repositories store = Repositories.over(database.dataSource());
        List<Scope> scopes = new ArrayList<>();
        List<String> tenants =
                layout.holdings().stream().map(Holding::tenant).distinct().toList();
        for (String name : tenants) {
            UUID tenant = store.tenants().findOrCreate(name).id();
            List<Holding> holdings = layout.holdings().stream()
                    .filter(holding -> holding.tenant().equals(name))
                    .toList();
            int contracts = holdings.stream().mapToInt(Holding::contracts).sum();
            scopes.add(new Scope("tenant, " + plain(name), tenant, SearchScope.everywhere(WANTED), size(contracts)));
            if (holdings.size() > 1) {
                for (Holding holding : holdings.subList(0, holdings.size() - 1)) {
                    scopes.add(scope(database, store, tenant, holding));
                }
            }
        }
        return scopes;
    }

    private static Scope scope(Database database, Repositories store, UUID tenant, Holding holding) {
        return database.tenancy().call(tenant, () -> {
            UUID counterparty = store.counterparties()
                    .findByName(holding.counterparty())
                    .orElseThrow()
                    .id();
            SearchScope search = SearchScope.ofCounterparty(counterparty, WANTED);
            if (holding.contracts() == 1) {
                UUID only = store.contracts().list().stream()
                        .filter(contract -> counterparty.equals(contract.counterparty()))
                        .map(Contract::id)
                        .findFirst()
                        .orElseThrow();
                search = new SearchScope(Set.of(only), Set.of(), Set.of(), WANTED);
            }
            return new Scope("filter, " + plain(holding.counterparty()), tenant, search, size(holding.contracts()));
        });
    }

    private static int size(int contracts) {
        return contracts * ScaleLayout.PER_CONTRACT;
    }

    private static String plain(String name) {
        return name.replace("Generated: ", "");
    }

    private ScaleReport.Line line(Database database, Scope scope, List<Asked> questions, int compared) {
        JdbcTimedSearch timed = new JdbcTimedSearch(database);
        List<Double> clock = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        for (int i = -Math.min(WARM_UP, questions.size()); i < questions.size(); i++) {
            Asked asked = questions.get(i < 0 ? questions.size() + i : i);
            JdbcTimedSearch.Run run = timed.search(scope.tenant(), asked.question(), asked.embedding(), scope.search());
            if (i >= 0) {
                clock.add(run.millis());
                if (run.processorMillis() != null) {
                    processor.add(run.processorMillis());
                }
            }
        }
        List<Asked> some = questions.subList(0, Math.min(compared, questions.size()));
        return new ScaleReport.Line(
                scope.name(),
                scope.passages(),
                100.0 * scope.passages() / layout.passages(),
                Times.of(clock),
                processor.isEmpty() ? null : Times.of(processor),
                recall(database, scope, some, Part.NEAREST),
                recall(database, scope, some, Part.WORDS),
                recall(database, scope, some, Part.HYBRID));
    }

    private static double recall(Database database, Scope scope, List<Asked> questions, Part part) {
        JdbcComparedSearch search = new JdbcComparedSearch(database);
        return questions.stream()
                .mapToDouble(asked ->
                        search.recall(scope.tenant(), part, asked.question(), asked.embedding(), scope.search()))
                .average()
                .orElse(Double.NaN);
    }
}
