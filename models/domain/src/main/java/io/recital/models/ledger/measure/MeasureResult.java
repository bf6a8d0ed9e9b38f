package io.recital.models.ledger.measure;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Derivation;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a performance measure came to in a period, against the target that was then in force.
 *
 * @param contract the reference that its measurements bear
 * @param value recomputed where the report gives its parts; null when there is none to judge
 * @param measurements the rows that count, the period's own first
 * @param missing the input without which it is not checkable; empty otherwise
 * @param workings how the value was computed
 * @param inARow in how many periods one after the other it was missed, this one included; none where it was not
 * @param repeated the rule by which so many misses in a row cost more; null where none does
 * @param confidence between 0 and 1: how sure it is that rows and measure belong together
 * @param thing which of several things of which each is measured; empty where the measure is of one
 */
public record MeasureResult(
        PromisedMeasure measure,
        String contract,
        Period period,
        State state,
        @Nullable BigDecimal value,
        List<Measurement> measurements,
        String missing,
        List<Derivation> workings,
        int inARow,
        @Nullable RepeatedMiss repeated,
        double confidence,
        String thing) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** How it stands. */
    public enum State {
        MET,
        MISSED,
        /** The contract leaves the period out, such as for too few events. */
        NOT_MEASURED,
        /** The period is not over or its report is preliminary: a forecast. */
        PRELIMINARY,
        NOT_CHECKABLE;

        /** In lower case with hyphens. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public MeasureResult {
        requireNonNull(measure, "measure");
        requireNonNull(contract, "contract");
        requireNonNull(period, "period");
        requireNonNull(state, "state");
        requireNonNull(missing, "missing");
        requireNonNull(thing, "thing");
        measurements = List.copyOf(measurements);
        workings = List.copyOf(workings);
    }

    /** What all results have in common that follow each other: contract, measure and thing. */
    public String series() {
        return contract + "\n" + measure.name() + "\n" + thing;
    }

    /** The measure's name, with the thing that it is of. */
    public String name() {
        return measure.name() + (thing.isEmpty() ? "" : " " + thing);
    }

    public boolean isMissed() {
        return state == State.MISSED;
    }

    /** What a missed value earns before any cap, by its band or by its steps; empty when it is met or earns nothing. */
    public Optional<TypedValue> credit() {
        return single().map(credit -> repeated == null ? credit : repeated.of(credit));
    }

    /** What it earns but for what a repeated miss costs more. */
    Optional<TypedValue> single() {
        return stated().map(credit ->
                AllocatedCredit.of(measure, credit).map(AllocatedCredit::value).orElse(credit));
    }

    /** What the band says, or the steps come to. */
    Optional<TypedValue> stated() {
        BigDecimal measured = value;
        if (measured == null || !isMissed()) {
            return Optional.empty();
        }
        return measure.step().isPresent()
                ? measure.step().get().creditFor(shortfall())
                : measure.credits().stream()
                        .filter(tier -> tier.holds(measured))
                        .map(Tier::value)
                        .findFirst();
    }

    /**
     * The same as the last of some misses in a row.
     *
     * @param rule what the contract says of such misses
     */
    MeasureResult inARow(int periods, Optional<RepeatedMiss> rule) {
        return new MeasureResult(
                measure,
                contract,
                period,
                state,
                value,
                measurements,
                missing,
                workings,
                periods,
                rule.filter(found -> periods >= found.from()).orElse(null),
                confidence,
                thing);
    }

    /** How far a value lies beyond the target, in the measure's unit; zero once it is met. */
    BigDecimal shortfall() {
        return budgetLeft().map(BigDecimal::negate).orElse(BigDecimal.ZERO).max(BigDecimal.ZERO);
    }

    /** How many of what was counted failed; empty when the report gives no parts. */
    public Optional<BigDecimal> failures() {
        return measurements.stream().findFirst().flatMap(row -> {
            BigDecimal numerator = row.numerator();
            BigDecimal denominator = row.denominator();
            if (numerator == null || denominator == null) {
                return Optional.empty();
            }
            boolean countsGood = isUpwards(measure.content().comparison());
            return Optional.of(countsGood ? denominator.subtract(numerator) : numerator);
        });
    }

    /**
     * How much worse the value may get before the target is missed, in the measure's unit; negative once it is. Empty
     * without value or target.
     */
    public Optional<BigDecimal> budgetLeft() {
        BigDecimal measured = value;
        BigDecimal target = measure.content().target();
        if (measured == null || target == null) {
            return Optional.empty();
        }
        return Optional.of(
                isUpwards(measure.content().comparison()) ? measured.subtract(target) : target.subtract(measured));
    }

    /** How many more of what was counted may fail before the target is missed; empty unless it is a percentage of parts. */
    public Optional<BigDecimal> failuresLeft() {
        BigDecimal target = measure.content().target();
        BigDecimal all = measurements.isEmpty() ? null : measurements.get(0).denominator();
        Optional<BigDecimal> failed = failures();
        if (target == null
                || all == null
                || failed.isEmpty()
                || !measure.content().unit().contains("%")) {
            return Optional.empty();
        }
        BigDecimal share = isUpwards(measure.content().comparison()) ? HUNDRED.subtract(target) : target;
        BigDecimal allowed = all.multiply(share).divide(HUNDRED, 0, RoundingMode.FLOOR);
        return Optional.of(allowed.subtract(failed.get()));
    }

    static boolean isUpwards(Comparison comparison) {
        return comparison == Comparison.AT_LEAST || comparison == Comparison.ABOVE;
    }

    /** Ids of the measurements, by kind. */
    public List<String> rows() {
        return measurements.stream()
                .map(row -> FactKind.MEASUREMENT.label() + ":" + row.id())
                .toList();
    }
}
