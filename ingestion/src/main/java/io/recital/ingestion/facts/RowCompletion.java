package io.recital.ingestion.facts;

import io.recital.models.fact.FactKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Computes what a row does not say and what follows from the rest of it. */
final class RowCompletion {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PRICE_DECIMALS = 10;

    /** The number of the last line of each invoice, where the file does not number them. */
    private final Map<String, Integer> lastLines = new HashMap<>();

    private final boolean givesBackInNegatives;

    RowCompletion(boolean givesBackInNegatives) {
        this.givesBackInNegatives = givesBackInNegatives;
    }

    void complete(FactKind kind, Map<String, Object> row) {
        switch (kind) {
            case MEASUREMENT -> completeMeasurement(row);
            case INVOICE_LINE -> completeInvoiceLine(row);
            case CREDIT_NOTE -> completeCreditNote(row);
            default -> {}
        }
    }

    private static void completeMeasurement(Map<String, Object> row) {
        if (row.get("period") instanceof YearMonth month) {
            row.putIfAbsent("from", month.atDay(1));
            row.putIfAbsent("to", month.atEndOfMonth());
        }
        Object to = row.get("to");
        if (to != null) {
            row.putIfAbsent("reported_on", to);
        }
    }

    private void completeInvoiceLine(Map<String, Object> row) {
        BigDecimal net = number(row, "net");
        BigDecimal quantity = number(row, "quantity");
        BigDecimal price = number(row, "unit_price");
        if (net == null && price != null) {
            net = rounded(quantity == null ? price : quantity.multiply(price), row);
        }
        if (quantity == null) {
            quantity = BigDecimal.ONE;
            price = price == null || number(row, "net") != null ? net : price;
        } else if (price == null && net != null) {
            price = quantity.signum() == 0
                    ? BigDecimal.ZERO
                    : plain(net.divide(quantity, PRICE_DECIMALS, RoundingMode.HALF_UP));
        }
        row.put("quantity", quantity);
        if (net != null && price != null) {
            row.put("net", net);
            row.put("unit_price", price);
            completeTax(row, net);
        }
        row.computeIfAbsent("line", field -> nextLine(row));
    }

    private int nextLine(Map<String, Object> row) {
        String invoice = row.get("vendor_id") + "|" + row.get("vendor") + "|" + row.get("invoice") + "|"
                + row.get("invoice_date");
        return lastLines.merge(invoice, 1, Integer::sum);
    }

    private void completeCreditNote(Map<String, Object> row) {
        if (givesBackInNegatives) {
            row.computeIfPresent("net", (field, net) -> ((BigDecimal) net).negate());
            row.computeIfPresent("tax", (field, tax) -> ((BigDecimal) tax).abs());
        }
        BigDecimal net = number(row, "net");
        if (net != null && net.signum() < 0) {
            throw new IllegalArgumentException(
                    "net is negative, where the sheet writes other credits as positive amounts; enter what takes a"
                            + " credit back as an invoice line");
        }
        if (net != null) {
            completeTax(row, net);
        }
    }

    private static void completeTax(Map<String, Object> row, BigDecimal net) {
        BigDecimal gross = number(row, "gross");
        BigDecimal rate = number(row, "tax_rate");
        BigDecimal tax = number(row, "tax");
        if (tax == null) {
            tax = gross != null
                    ? gross.subtract(net)
                    : rate != null ? rounded(net.multiply(rate).divide(HUNDRED), row) : BigDecimal.ZERO;
        }
        if (rate == null) {
            rate = net.signum() == 0
                    ? BigDecimal.ZERO
                    : plain(tax.multiply(HUNDRED).divide(net, 2, RoundingMode.HALF_UP));
        }
        row.put("tax", tax);
        row.put("tax_rate", rate);
    }

    static BigDecimal rounded(BigDecimal amount, Map<String, Object> row) {
        return row.get("currency") instanceof CurrencyUnit currency
                ? amount.setScale(currency.getDecimalPlaces(), RoundingMode.HALF_UP)
                : amount;
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static @Nullable BigDecimal number(Map<String, Object> row, String field) {
        return row.get(field) instanceof BigDecimal number ? number : null;
    }
}
