package io.recital.models.performance;

import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.measure.MeasureResult;
import io.recital.models.ledger.measure.MeasureResult.State;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a performance measure stands: its last period, and how often it was missed.
 *
 * @param state in the last period
 * @param period the last that was measured; null while there is none
 * @param value what it came to then; null where there is none to judge
 * @param missed in how many periods it was missed
 * @param judged in how many it was met or missed
 * @param missing the input without which it is not checkable; empty otherwise
 */
public record MeasureStanding(
        Finding finding,
        State state,
        @Nullable Period period,
        @Nullable BigDecimal value,
        long missed,
        long judged,
        String missing) {

    /**
     * The standing of a measure.
     *
     * @param results those of all measures, in the order of their periods
     */
    static MeasureStanding of(Finding finding, List<MeasureResult> results) {
        List<MeasureResult> own = results.stream()
                .filter(result -> result.measure().findings().contains(finding))
                .toList();
        if (own.isEmpty()) {
            String missing = "measurements of “" + finding.content().summary() + "”";
            return new MeasureStanding(finding, State.NOT_CHECKABLE, null, null, 0, 0, missing);
        }
        MeasureResult last = own.get(own.size() - 1);
        long missed = own.stream().filter(MeasureResult::isMissed).count();
        long met = own.stream().filter(result -> result.state() == State.MET).count();
        return new MeasureStanding(
                finding, last.state(), last.period(), last.value(), missed, missed + met, last.missing());
    }
}
