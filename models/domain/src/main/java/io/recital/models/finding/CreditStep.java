package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.joda.money.BigMoney;

/**
 * A credit that grows with how far a target is missed, such as one percent for each full half point below it.
 *
 * @param credit for one step
 * @param every how far one step is, in the measure's unit
 * @param commenced whether a step that has only begun counts in full
 */
public record CreditStep(TypedValue credit, BigDecimal every, boolean commenced) {
    public CreditStep {
        requireNonNull(credit, "credit");
        if (every.signum() <= 0) {
            throw new IllegalArgumentException("A step goes forwards: " + every);
        }
    }

    /** How many steps a value lies away from the target that it misses. */
    public BigDecimal steps(BigDecimal shortfall) {
        return shortfall.signum() <= 0
                ? BigDecimal.ZERO
                : shortfall.divide(every, 0, commenced ? RoundingMode.CEILING : RoundingMode.FLOOR);
    }

    /** What so large a shortfall earns, before any cap; empty when it is not a full step, or the credit cannot be multiplied. */
    public Optional<TypedValue> creditFor(BigDecimal shortfall) {
        BigDecimal steps = steps(shortfall);
        return steps.signum() == 0 ? Optional.empty() : times(steps);
    }

    private Optional<TypedValue> times(BigDecimal steps) {
        if (credit instanceof TypedValue.Percent percent) {
            return Optional.of(new TypedValue.Percent(percent.value().multiply(steps)));
        }
        if (credit instanceof TypedValue.Quantity quantity) {
            return Optional.of(new TypedValue.Quantity(quantity.value().multiply(steps), quantity.unit()));
        }
        return credit instanceof TypedValue.Amount amount ? Optional.of(amount(amount, steps)) : Optional.empty();
    }

    private static TypedValue amount(TypedValue.Amount amount, BigDecimal steps) {
        return new TypedValue.Amount(BigMoney.of(
                amount.value().getCurrencyUnit(), amount.value().getAmount().multiply(steps)));
    }

    /** For a reader, after the name of a measure. */
    String display(String unit) {
        return credit.display() + " for each " + (commenced ? "commenced " : "full ") + every.toPlainString() + " "
                + unit;
    }
}
