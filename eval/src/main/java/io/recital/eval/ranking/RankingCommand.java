package io.recital.eval.ranking;

import io.recital.eval.embedding.CachedEncoder;
import io.recital.models.inference.Encoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.ObjectMapper;

/** {@code eval ranking}: how well clauses are ranked for the queries that lawyers rated them for. */
@Command(
        name = "ranking",
        mixinStandardHelpOptions = true,
        description =
                "Measures the ranking of clauses on a folder in ACORD's layout (corpus.jsonl, queries.jsonl, qrels/).")
public final class RankingCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder with corpus.jsonl, queries.jsonl and qrels/.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(
            names = "--split",
            required = true,
            paramLabel = "NAME",
            description = "Ratings to measure on: a file of qrels/, or all.")
    @SuppressWarnings("NullAway.Init")
    private String split;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Write every ranking in the fields of a TREC run.")
    private @Nullable Path predictions;

    @Option(
            names = "--cross-validate",
            paramLabel = "DIR",
            description =
                    "Folder in CUAD's layout: clauses that stand in its contracts are ranked by five projections, each "
                            + "trained without a fifth of the companies, and not by the one that ships.")
    private @Nullable Path contracts;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the resampling (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--cache", paramLabel = "DIR", description = "Where vectors are kept between runs.")
    private Path cache = CachedEncoder.defaultDirectory();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        RatedClauses rated = RatedClauses.read(data, split);
        try (Encoder encoder = new Encoder();
                CachedEncoder cached = new CachedEncoder(encoder, cache);
                RankedWith with = contracts == null
                        ? RankedWith.shipped()
                        : RankedWith.trainedWithout(rated.clauses(), contracts, cached, seed)) {
            report(
                    rated,
                    new HybridRanking(rated.clauses(), judged(rated), cached, with::projection),
                    cached.modelId(),
                    with);
        }
        return 0;
    }

    private static Set<String> judged(RatedClauses rated) {
        Set<String> judged = new LinkedHashSet<>();
        rated.ratings().values().forEach(ratings -> judged.addAll(ratings.keySet()));
        return judged;
    }

    private void report(RatedClauses rated, HybridRanking ranking, String encoder, RankedWith with) {
        RankingScores hybrid = new RankingScores();
        RankingScores byProjection = new RankingScores();
        RankingScores byMeaning = new RankingScores();
        RankingScores byWords = new RankingScores();
        Map<String, List<RankedClause>> run = new LinkedHashMap<>();
        rated.ratings().forEach((id, ratings) -> {
            String query = rated.queries().getOrDefault(id, id);
            Set<String> candidates = ratings.keySet();
            run.put(id, ranking.rank(query, candidates));
            hybrid.add(id, run.getOrDefault(id, List.of()), ratings);
            byProjection.add(id, ranking.rankByProjection(query, candidates), ratings);
            byMeaning.add(id, ranking.rankByMeaning(query, candidates), ratings);
            byWords.add(id, ranking.rankByWords(query, candidates), ratings);
        });
        if (predictions != null) {
            TrecRun.write(predictions, run);
        }
        print(new RankingReport(
                split,
                run.size(),
                rated.ratings().values().stream().mapToInt(Map::size).sum(),
                rated.clauses().size(),
                encoder,
                with.inWords(),
                seed,
                List.of(
                        hybrid.figures("hybrid", seed),
                        byProjection.figures("projected", seed),
                        byMeaning.figures("vectors only", seed),
                        byWords.figures("words only", seed))));
    }

    private void print(RankingReport report) {
        if (json) {
            System.out.println(new ObjectMapper().writeValueAsString(report));
        } else {
            report.print(System.out);
        }
    }
}
