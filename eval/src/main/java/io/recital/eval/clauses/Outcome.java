package io.recital.eval.clauses;

/**
 * What one prediction did, taken in order of falling score.
 *
 * @param matched labelled spans that it matched and none before it had
 * @param wrong 1 when it counts against precision, 0 otherwise
 */
public record Outcome(String file, String label, double score, int matched, int wrong) {
    static Outcome of(PredictedSpan prediction, int matched, int wrong) {
        return new Outcome(prediction.file(), prediction.label(), prediction.score(), matched, wrong);
    }
}
