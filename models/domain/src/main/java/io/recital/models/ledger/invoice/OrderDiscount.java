package io.recital.models.ledger.invoice;

import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A percentage off the price of an order that is large enough, such as 4% off for a call-off of 120,000 pieces or more.
 *
 * @param from how many pieces an order must be for at least
 * @param off in percent
 * @param items words for what it is limited to; none where it holds for all
 */
record OrderDiscount(BigDecimal from, BigDecimal off, ItemWords items, Governed<CommercialLever> source) {
    private static final Pattern ORDER = Pattern.compile(
            "(?i)\\b(?:single|one|each|an?|any|per|that)\\s+(?:\\w+\\s+)?(?:orders?|call-?offs?|deliver(?:y|ies)|consignments?|purchase\\s+orders?|shipments?|batch)\\b");
    private static final Pattern OF_A_PERIOD =
            Pattern.compile("(?i)\\b(?:year|annual|month|quarter|cumulat|aggregate|turnover)");

    /** The one that a lever states; empty where it is for the purchases of a period. */
    static Optional<OrderDiscount> of(Governed<CommercialLever> lever) {
        CommercialLever content = lever.content();
        if (content.lever() != LeverType.VOLUME_DISCOUNT) {
            return Optional.empty();
        }
        String words = lever.finding().words() + " " + String.join(" ", content.texts(Name.BASE));
        Optional<BigDecimal> off = content.find(Name.RATE)
                .filter(TypedValue.Percent.class::isInstance)
                .map(value -> ((TypedValue.Percent) value).value());
        Optional<BigDecimal> from = content.find(Name.FLOOR)
                .or(() -> content.find(Name.VOLUME))
                .filter(TypedValue.Quantity.class::isInstance)
                .map(value -> ((TypedValue.Quantity) value).value());
        boolean meant =
                ORDER.matcher(words).find() && !OF_A_PERIOD.matcher(words).find();
        return meant && off.isPresent() && from.isPresent()
                ? Optional.of(new OrderDiscount(
                        from.get(), off.get(), ItemWords.of(String.join(" ", content.texts(Name.ITEM))), lever))
                : Optional.empty();
    }

    boolean isFor(InvoicedItem item) {
        return items.isEmpty() || item.words().share(items);
    }

    /** The price of a unit after it, rounded as the price is. */
    BigDecimal after(BigDecimal price) {
        BigDecimal left = BigDecimal.valueOf(100).subtract(off);
        return price.multiply(left).movePointLeft(2).setScale(Math.max(2, price.scale()), RoundingMode.HALF_UP);
    }
}
