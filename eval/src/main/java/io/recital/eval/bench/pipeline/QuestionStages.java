package io.recital.eval.bench.pipeline;

import io.recital.eval.bench.pipeline.PipelineReport.Stage;
import io.recital.eval.bench.timing.ServerProcesses;
import io.recital.eval.bench.timing.Spent;
import io.recital.eval.bench.timing.Stopwatch;
import io.recital.eval.bench.timing.Times;
import io.recital.models.inference.Encoder;
import io.recital.models.store.Database;
import io.recital.models.store.Repositories;
import io.recital.retrieval.answer.Answers;
import io.recital.retrieval.answer.Question;
import io.recital.retrieval.plan.Planner;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.search.ExcerptSearch;
import io.recital.retrieval.search.JdbcNames;
import io.recital.retrieval.search.JdbcPassageSearch;
import io.recital.retrieval.search.NameRecognition;
import io.recital.retrieval.search.RerankedSearch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers questions as the service does, and takes the time of each step. */
final class QuestionStages {
    private final Database database;
    private final UUID tenant;
    private final Encoder encoder;
    private final Planner planner;
    private final Answers answers;
    private final TimedSearch found;
    private final TimedSearch ranked;
    private final TimedSearch search;
    private final Stopwatch watch;

    /** @param server whose processor time counts beside our own */
    QuestionStages(Database database, UUID tenant, Encoder encoder, ServerProcesses server) {
        this.database = database;
        this.tenant = tenant;
        this.encoder = encoder;
        Repositories store = Repositories.over(database.dataSource());
        NameRecognition names = new JdbcNames(database.dataSource());
        this.watch = new Stopwatch(server);
        this.found = new TimedSearch(new JdbcPassageSearch(database.dataSource()));
        this.ranked = new TimedSearch(RerankedSearch.over(found, database.dataSource(), encoder));
        this.search = new TimedSearch(ExcerptSearch.over(ranked, database.dataSource()));
        this.planner = new Planner(names, store);
        this.answers = new Answers(
                database.tenancy(), store, search, names, encoder, (contracts, day) -> List.of(), Optional.empty());
    }

    /**
     * Understanding and encoding are timed on their own as well; the answer is what is left of the whole.
     *
     * @param today the day on which the questions are asked
     */
    List<Stage> measure(List<String> questions, LocalDate today) {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (String question : questions) {
            long start = System.nanoTime();
            Understanding understood = database.tenancy().call(tenant, () -> planner.understand(question, null, today));
            double understanding = millisSince(start);
            start = System.nanoTime();
            encoder.encodeQuery(understood.asked());
            double encoding = millisSince(start);
            watch.skip();
            answers.answer(tenant, new Question(question, null, today, List.of()));
            Spent spent = watch.lap();
            double whole = 1000 * spent.clock();
            double searching = search.lap();
            double ranking = ranked.lap() - found.lap();
            add(times, "understanding", understanding);
            add(times, "encoding", encoding);
            add(times, "search", searching);
            add(times, "of it, putting 50 in order", ranking);
            add(times, "answer", Math.max(0, whole - understanding - encoding - searching));
            add(times, "in all", whole);
            add(times, "in all, processor time", 1000 * (spent.ours() + spent.database()));
        }
        return times.entrySet().stream()
                .map(stage -> new Stage("ours", stage.getKey(), Times.of(stage.getValue())))
                .toList();
    }

    private static void add(Map<String, List<Double>> times, String stage, double millis) {
        times.computeIfAbsent(stage, absent -> new ArrayList<>()).add(millis);
    }

    static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
