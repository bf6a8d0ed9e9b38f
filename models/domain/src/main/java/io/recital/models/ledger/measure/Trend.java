package io.recital.models.ledger.measure;

import io.recital.models.ledger.measure.MeasureResult.State;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Where the values of a measure are going: the last against the mean of up to three before it. */
public enum Trend {
    BETTER,
    STEADY,
    WORSE,
    /** Too few values to tell. */
    UNKNOWN;

    private static final int BEFORE = 3;

    /** The trend of one measure's results, in the order of their periods, up to the last that has a value. */
    public static Trend of(List<MeasureResult> series) {
        List<BigDecimal> values = series.stream()
                .filter(result -> result.state() != State.NOT_CHECKABLE)
                .map(MeasureResult::value)
                .filter(Objects::nonNull)
                .toList();
        if (values.size() < 2) {
            return UNKNOWN;
        }
        List<BigDecimal> before = values.subList(Math.max(0, values.size() - 1 - BEFORE), values.size() - 1);
        BigDecimal mean = before.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(before.size()), MathContext.DECIMAL64);
        int risen = values.get(values.size() - 1).compareTo(mean);
        boolean upwards = MeasureResult.isUpwards(
                series.get(series.size() - 1).measure().content().comparison());
        return risen == 0 ? STEADY : (risen > 0) == upwards ? BETTER : WORSE;
    }

    /** In lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
