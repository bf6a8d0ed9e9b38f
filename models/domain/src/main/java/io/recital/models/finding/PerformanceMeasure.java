package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A metric with a target, a measurement window and its consequences: what a contract calls a service level or a KPI.
 *
 * @param name as the contract names it, such as {@code Availability of the Platform}
 * @param term which word the contract uses
 * @param metric how it is measured, in the contract's words; null when not stated
 * @param comparison how a measured value relates to the target when it is met
 * @param target in {@code unit}; null only when the contract withholds or contradicts it
 * @param unit such as {@code %}, {@code hours} or {@code pieces}
 * @param window over what it is measured; null when not stated
 * @param credits bands of the measured value with the credit of each; empty when the contract states none
 * @param cap most credit, as a percentage of the fee or an amount; null when not stated
 * @param claimWindow by when a credit must be claimed; null when not stated
 * @param stated the target as stated where it is redacted or inconsistent; null otherwise
 * @param step a credit that grows with the shortfall, where the contract states it instead of bands; null otherwise
 * @param allocation its part of the amount at risk, in percent, where credits are parts of one; the parts of all measures may
 *     come to more than a hundred. Null otherwise
 */
public record PerformanceMeasure(
        String name,
        Term term,
        @Nullable String metric,
        Comparison comparison,
        @Nullable BigDecimal target,
        String unit,
        @Nullable TimeSpan window,
        List<Tier> credits,
        @Nullable TypedValue cap,
        @Nullable TimeSpan claimWindow,
        @Nullable TypedValue stated,
        @Nullable CreditStep step,
        @Nullable BigDecimal allocation)
        implements FindingContent {
    /** The contract's own name for a measure. */
    public enum Term {
        SERVICE_LEVEL,
        KPI
    }

    /** How a measured value relates to the target when it is met. */
    public enum Comparison {
        AT_LEAST,
        AT_MOST,
        ABOVE,
        BELOW,
        EQUAL;

        boolean isMetBy(int comparedToTarget) {
            return switch (this) {
                case AT_LEAST -> comparedToTarget >= 0;
                case AT_MOST -> comparedToTarget <= 0;
                case ABOVE -> comparedToTarget > 0;
                case BELOW -> comparedToTarget < 0;
                case EQUAL -> comparedToTarget == 0;
            };
        }

        /** Before a target, such as {@code ≥}. */
        public String sign() {
            return switch (this) {
                case AT_LEAST -> "≥";
                case AT_MOST -> "≤";
                case ABOVE -> ">";
                case BELOW -> "<";
                case EQUAL -> "=";
            };
        }
    }

    /** One whose credits, if any, are bands. */
    public PerformanceMeasure(
            String name,
            Term term,
            @Nullable String metric,
            Comparison comparison,
            @Nullable BigDecimal target,
            String unit,
            @Nullable TimeSpan window,
            List<Tier> credits,
            @Nullable TypedValue cap,
            @Nullable TimeSpan claimWindow,
            @Nullable TypedValue stated) {
        this(name, term, metric, comparison, target, unit, window, credits, cap, claimWindow, stated, null, null);
    }

    /** One whose credits are of a fee, and not parts of an amount at risk. */
    public PerformanceMeasure(
            String name,
            Term term,
            @Nullable String metric,
            Comparison comparison,
            @Nullable BigDecimal target,
            String unit,
            @Nullable TimeSpan window,
            List<Tier> credits,
            @Nullable TypedValue cap,
            @Nullable TimeSpan claimWindow,
            @Nullable TypedValue stated,
            @Nullable CreditStep step) {
        this(name, term, metric, comparison, target, unit, window, credits, cap, claimWindow, stated, step, null);
    }

    public PerformanceMeasure {
        requireNonNull(name, "name");
        requireNonNull(term, "term");
        requireNonNull(comparison, "comparison");
        requireNonNull(unit, "unit");
        credits = List.copyOf(credits);
        if ((target == null) == (stated == null)) {
            throw new IllegalArgumentException("A measure has a target, or says why it has none");
        }
    }

    /** Whether a measured value meets the target; empty when the target is not known. */
    public Optional<Boolean> isMetBy(BigDecimal measured) {
        return target == null ? Optional.empty() : Optional.of(comparison.isMetBy(measured.compareTo(target)));
    }

    /** Whether a miss earns a credit. */
    public boolean earnsCredits() {
        return step != null || !credits.isEmpty();
    }

    /** The credit that a measured value earns under the bands or steps, before any cap; empty when none is due. */
    public Optional<TypedValue> creditFor(BigDecimal measured) {
        BigDecimal aim = target;
        if (aim == null || isMetBy(measured).orElse(true)) {
            return Optional.empty();
        }
        if (step != null) {
            return step.creditFor(aim.subtract(measured).abs());
        }
        return credits.stream()
                .filter(tier -> tier.holds(measured))
                .map(Tier::value)
                .findFirst();
    }

    @Override
    public FindingKind kind() {
        return FindingKind.MEASURE;
    }

    @Override
    public String type() {
        return term == Term.KPI ? "kpi" : "service-level";
    }

    @Override
    public String summary() {
        String aim = target == null
                ? (stated == null ? "" : stated.display())
                : comparison.sign() + " " + target.toPlainString() + " " + unit;
        return name + " " + aim.strip() + (window == null ? "" : " per " + window.display());
    }
}
