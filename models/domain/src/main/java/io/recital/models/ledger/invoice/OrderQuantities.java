package io.recital.models.ledger.invoice;

import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Purchase;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.stream.Collectors;

/** How much the order of an invoice line is for, in the unit that the line charges. */
final class OrderQuantities {
    private final Map<String, BigDecimal> ordered;
    /** The units in which orders count. */
    private final Map<String, String> units;

    private final Map<String, BigDecimal> invoiced;

    OrderQuantities(Facts facts) {
        this.ordered = facts.purchases().stream()
                .filter(purchase -> purchase.quantityOrdered() != null)
                .collect(Collectors.toMap(
                        purchase -> orderLine(purchase.order(), purchase.product()),
                        OrderQuantities::quantity,
                        BigDecimal::add));
        this.units = facts.purchases().stream()
                .filter(purchase -> purchase.quantityOrdered() != null)
                .collect(Collectors.toMap(
                        purchase -> orderLine(purchase.order(), purchase.product()),
                        Purchase::unit,
                        (one, other) -> one));
        this.invoiced = facts.invoiceLines().stream()
                .filter(line -> !line.order().isEmpty())
                .collect(Collectors.toMap(
                        line -> orderLine(line.order(), line.product()), InvoiceLine::quantity, BigDecimal::add));
    }

    /** How much the order of a line is for; what the line charges where no order is known. */
    BigDecimal of(InvoiceLine line) {
        if (line.order().isEmpty()) {
            return line.quantity();
        }
        String key = orderLine(line.order(), line.product());
        BigDecimal quantity = ordered.getOrDefault(key, invoiced.getOrDefault(key, line.quantity()));
        BigDecimal each = Units.pieces(units.getOrDefault(key, line.unit()));
        BigDecimal charged = Units.pieces(line.unit());
        boolean tooFew = quantity.multiply(each).compareTo(line.quantity().multiply(charged)) < 0;
        return quantity.compareTo(line.quantity()) == 0 || tooFew
                ? quantity
                : quantity.multiply(each).divide(charged, MathContext.DECIMAL64);
    }

    private static BigDecimal quantity(Purchase purchase) {
        return purchase.quantityOrdered() == null ? BigDecimal.ZERO : purchase.quantityOrdered();
    }

    private static String orderLine(String order, String product) {
        return order + " " + product;
    }
}
