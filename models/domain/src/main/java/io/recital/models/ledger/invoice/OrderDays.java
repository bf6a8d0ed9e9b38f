package io.recital.models.ledger.invoice;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Purchase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The days on which things were ordered, for contracts that price an order by its own day and not by that of delivery. */
final class OrderDays {
    private static final Pattern PRICED_BY_ORDER = Pattern.compile(
            "(?i)\\b(?:prices?|rates?)\\b(?:(?!\\bnot\\b)[^.;]){0,80}\\b(?:day|date|time)\\s+(?:of|on\\s+which)\\s+(?:(?:the|an?|each|its|such)\\s+)?(?:purchase\\s+)?(?:order|call-off)\\b"
                    + "|\\b(?:prices?|rates?)\\b(?:(?!\\bnot\\b)[^.;]){0,60}\\bwhen\\s+(?:the|an?|each)\\s+(?:purchase\\s+)?order\\s+(?:is|was)\\s+(?:placed|received|accepted|issued)\\b"
                    + "|\\borders?\\b[^.;]{0,40}\\b(?:placed|received|issued|dated|made|given)\\s+(?:on\\s+or\\s+)?(?:from|after|before|until|since)\\b");

    private final PriceBook book;
    private final Map<String, LocalDate> days;

    OrderDays(PriceBook book, List<Purchase> purchases) {
        this.book = book;
        this.days = purchases.stream()
                .filter(purchase -> !purchase.order().isEmpty() && purchase.orderedOn() != null)
                .collect(Collectors.toMap(
                        purchase -> key(purchase.order(), purchase.product()),
                        Purchase::orderedOn,
                        (one, other) -> one.isBefore(other) ? one : other));
    }

    /** The day of a line's order, where that is the one whose price holds. */
    Optional<LocalDate> find(InvoiceLine line, LocalDate known) {
        return Optional.ofNullable(days.get(key(line.order(), line.product())))
                .filter(day -> !book.documents(line, line.priceDay(), known)
                        .saying(PRICED_BY_ORDER)
                        .isEmpty());
    }

    private static String key(String order, String product) {
        return order + " " + product;
    }
}
