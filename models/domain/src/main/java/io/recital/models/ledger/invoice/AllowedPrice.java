package io.recital.models.ledger.invoice;

import io.recital.models.fact.IndexValue;
import io.recital.models.finding.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * What one unit may cost on a day, and how that was arrived at.
 *
 * @param agreed the price that the contract states
 * @param base that price for the quantity ordered
 * @param price after all adjustments up to the day
 * @param most the highest that could still be right: higher than the price where rounding or an input is not known
 * @param steps the adjustments made
 * @param stepsToMost the adjustments that would lead to the highest
 * @param missing the input for want of which the price may be higher; null when all is known
 * @param confidence how sure it is that the line is about this price
 */
record AllowedPrice(
        AgreedPrice agreed,
        BigMoney base,
        BigMoney price,
        @Nullable BigMoney most,
        List<Step> steps,
        List<Step> stepsToMost,
        @Nullable String missing,
        double confidence) {
    /**
     * An adjustment that was made.
     *
     * @param percent by which the price rose
     * @param before and {@code after}: the index values compared; null for a fixed percentage
     * @param formula what the base price was multiplied by; null where it rose by a percentage
     */
    record Step(
            Adjustment adjustment,
            LocalDate effective,
            BigDecimal percent,
            BigMoney price,
            @Nullable IndexValue before,
            @Nullable IndexValue after,
            PriceFormula.@Nullable Factor formula) {}

    AllowedPrice {
        steps = List.copyOf(steps);
        stepsToMost = List.copyOf(stepsToMost);
    }

    /** Whether more than could be right was charged. */
    boolean isExceededBy(BigMoney charged) {
        return most != null && charged.isGreaterThan(most);
    }

    /** What is allowed for certain: where an input is not known, the most that could be right. */
    AllowedPrice inDoubt() {
        BigMoney highest = most;
        return missing == null || highest == null
                ? this
                : new AllowedPrice(agreed, base, highest, highest, stepsToMost, stepsToMost, null, confidence);
    }

    /** Whether it cannot be told if what was charged is right. */
    boolean isOpenFor(BigMoney charged) {
        return missing != null && charged.isGreaterThan(price) && !isExceededBy(charged);
    }

    List<Finding> rests() {
        return Stream.concat(
                        Stream.of(agreed.source().finding()),
                        steps.stream().map(step -> step.adjustment().source().finding()))
                .distinct()
                .toList();
    }

    List<String> indexRows() {
        return steps.stream()
                .flatMap(AllowedPrice::values)
                .map(value -> value.kind().label() + ":" + value.id())
                .distinct()
                .toList();
    }

    private static Stream<IndexValue> values(Step step) {
        PriceFormula.Factor formula = step.formula();
        return formula == null
                ? Stream.of(Optional.ofNullable(step.before()), Optional.ofNullable(step.after()))
                        .flatMap(Optional::stream)
                : formula.counted().stream().map(PriceFormula.Counted::value);
    }
}
