package io.recital.models.ledger.measure;

import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a measure stands before its period closes: what it comes to if it goes on as so far, what of its error budget is left, and
 * what a miss would cost.
 *
 * @param days of the period that the last report is about
 */
record RunningPeriod(MeasureResult result, long days) {
    private static final Pattern UP =
            Pattern.compile("\\b(?:availab\\w*|uptime|verfügbarkeit)", Pattern.CASE_INSENSITIVE);
    private static final BigDecimal HOURS = BigDecimal.valueOf(24);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The period of a result as a day knows it: the report counts to its own day, or to the end where it came later. */
    static RunningPeriod of(MeasureResult result, LocalDate asOf) {
        Period period = result.period();
        LocalDate reported = result.measurements().stream()
                .map(Measurement::reportedOn)
                .max(LocalDate::compareTo)
                .orElse(asOf);
        LocalDate last = List.of(reported, asOf, period.to()).stream()
                .min(LocalDate::compareTo)
                .orElse(asOf);
        return new RunningPeriod(result, last.isBefore(period.from()) ? 0 : new Period(period.from(), last).days());
    }

    /** What the value is at the end of the period if it goes on so: what is counted grows with the days, a share stays. */
    Optional<BigDecimal> projected() {
        BigDecimal value = result.value();
        if (value == null || days == 0 || !isCounted()) {
            return Optional.ofNullable(value);
        }
        return Optional.of(value.multiply(BigDecimal.valueOf(result.period().days()))
                .divide(BigDecimal.valueOf(days), MathContext.DECIMAL64)
                .setScale(Math.max(1, value.scale()), RoundingMode.HALF_UP)
                .stripTrailingZeros());
    }

    /** Things that happen, of which there may be so many in a period; no share, no time, no mark. */
    private boolean isCounted() {
        String unit = result.measure().content().unit();
        Comparison comparison = result.measure().content().comparison();
        boolean limited = comparison == Comparison.AT_MOST || comparison == Comparison.BELOW;
        return limited
                && !result.measure().window().isEmpty()
                && !MeasuredUnit.isRatio(unit)
                && !MeasuredUnit.isTime(unit)
                && result.measurements().stream().allMatch(row -> row.denominator() == null)
                && !unit.toLowerCase(java.util.Locale.ROOT).matches(".*(?:score|index|rate|mark|grade|ratio).*");
    }

    /** Whether it is met or missed if it goes on so; a limit that is passed already is missed. */
    String forecast() {
        return projected()
                .flatMap(value -> result.measure().content().isMetBy(value))
                .map(met -> met ? "met" : "missed")
                .orElse("unknown");
    }

    /** How many hours it may still be down before the target of the whole period is missed; for availability only. */
    Optional<BigDecimal> hoursLeft() {
        BigDecimal value = result.value();
        BigDecimal target = result.measure().content().target();
        boolean isUp = UP.matcher(result.measure().name()).find()
                && result.measure().content().unit().contains("%")
                && MeasureResult.isUpwards(result.measure().content().comparison());
        if (value == null || target == null || !isUp) {
            return Optional.empty();
        }
        BigDecimal allowed = hours(HUNDRED.subtract(target), result.period().days());
        return Optional.of(
                allowed.subtract(hours(HUNDRED.subtract(value), days)).setScale(2, RoundingMode.HALF_UP));
    }

    private static BigDecimal hours(BigDecimal percent, long days) {
        return percent.multiply(HOURS).multiply(BigDecimal.valueOf(days)).divide(HUNDRED, MathContext.DECIMAL64);
    }

    /** The credit that the forecast would cost; nothing where it is met. */
    String atStake() {
        return projected()
                .flatMap(value -> result.measure().content().creditFor(value))
                .map(credit -> credit.display())
                .orElse("");
    }
}
