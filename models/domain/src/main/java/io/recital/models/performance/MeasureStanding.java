package io.recital.models.performance;

import io.recital.models.finding.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a performance measure stands: its last period, and how often it was missed.
 *
 * @param state in the last period
 * @param to the last day of that period; null while nothing is measured
 * @param value what it came to then; null where there is none to judge
 * @param missed in how many periods it was missed
 * @param judged in how many it was met or missed
 * @param missing the input without which it is not checkable; empty otherwise
 */
public record MeasureStanding(
        Finding finding,
        State state,
        @Nullable LocalDate to,
        @Nullable BigDecimal value,
        long missed,
        long judged,
        String missing) {
    /** How it stood in the last period. */
    public enum State {
        MET,
        MISSED,
        NOT_MEASURED,
        PRELIMINARY,
        NOT_CHECKABLE
    }

    /** The standing of a measure of which nothing is measured. */
    public static MeasureStanding unmeasured(Finding finding) {
        return new MeasureStanding(
                finding,
                State.NOT_CHECKABLE,
                null,
                null,
                0,
                0,
                "measurements of “" + finding.content().summary() + "”");
    }
}
