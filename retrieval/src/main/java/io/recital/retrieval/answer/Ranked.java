package io.recital.retrieval.answer;

import io.recital.models.finding.Finding;
import io.recital.retrieval.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement with how well it answers.
 *
 * @param coverage share of the question's words that it covers, rare words weighing more
 * @param finding of the kind asked for that rests on it; null when none does
 */
record Ranked(
        Statement statement,
        double score,
        double coverage,
        @Nullable Finding finding) {
    /** Shown by its words alone. */
    Ranked withoutFinding() {
        return new Ranked(statement, score, coverage, null);
    }

    Ranked scored(double other) {
        return new Ranked(statement, other, coverage, finding);
    }
}
