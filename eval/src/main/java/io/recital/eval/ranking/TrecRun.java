package io.recital.eval.ranking;

import io.recital.eval.EvalException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes rankings in the fields of a TREC run, with tabs between them because ids hold spaces. */
final class TrecRun {
    private TrecRun() {}

    /** @param rankings by query id, best first */
    static void write(Path file, Map<String, List<RankedClause>> rankings) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Map.Entry<String, List<RankedClause>> query : rankings.entrySet()) {
                int rank = 0;
                for (RankedClause clause : query.getValue()) {
                    rank++;
                    out.write(String.join(
                            "\t",
                            query.getKey(),
                            "Q0",
                            clause.id(),
                            String.valueOf(rank),
                            String.valueOf(clause.score()),
                            "recital"));
                    out.write('\n');
                }
            }
        } catch (IOException e) {
            throw new EvalException("Cannot write the predictions to " + file + "; give another --predictions", e);
        }
    }
}
