package io.recital.models.ledger.score;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.Period;

/**
 * The days of one figure of a scorecard.
 *
 * @param name as the scorecard calls it, such as {@code last quarter}
 */
record ScoreWindow(String name, Period days) {
    ScoreWindow {
        requireNonNull(name, "name");
        requireNonNull(days, "days");
    }
}
