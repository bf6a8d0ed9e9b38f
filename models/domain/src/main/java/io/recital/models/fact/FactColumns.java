package io.recital.models.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the columns of a row say, by the names that the columns have in a file: text, a number or a day. */
public final class FactColumns {
    private static final Map<FactKind, Map<String, Function<PerformanceFact, @Nullable Object>>> COLUMNS = columns();

    private FactColumns() {}

    /** The columns of a kind, in the order of a file. */
    public static Set<String> names(FactKind kind) {
        return of(kind).keySet();
    }

    /**
     * What a row says in a column.
     *
     * @return a {@link String}, {@link BigDecimal} or {@link LocalDate}; empty where it says nothing or has no such column
     */
    public static Optional<Object> find(PerformanceFact row, String column) {
        Function<PerformanceFact, @Nullable Object> reader = of(row.kind()).get(column);
        return reader == null
                ? Optional.empty()
                : Optional.ofNullable(reader.apply(row)).filter(value -> !value.equals(""));
    }

    /** The day by which a row counts for a period, where nobody names another: the last day of what it is about. */
    public static LocalDate day(PerformanceFact row) {
        if (row instanceof Measurement measurement) {
            return measurement.period().to();
        }
        if (row instanceof InvoiceLine line) {
            return line.priceDay();
        }
        if (row instanceof CreditNote note) {
            return note.period() == null ? note.issuedOn() : note.period().to();
        }
        if (row instanceof Purchase purchase) {
            return purchase.deliveredOn() == null ? purchase.orderedOn() : purchase.deliveredOn();
        }
        if (row instanceof Claim claim) {
            return claim.period() == null ? claim.sentOn() : claim.period().to();
        }
        return row instanceof IndexValue index ? index.month().atDay(1) : row.knownFrom();
    }

    private static Map<String, Function<PerformanceFact, @Nullable Object>> of(FactKind kind) {
        return COLUMNS.getOrDefault(kind, Map.of());
    }

    private static Map<FactKind, Map<String, Function<PerformanceFact, @Nullable Object>>> columns() {
        Map<FactKind, Map<String, Function<PerformanceFact, @Nullable Object>>> all = new EnumMap<>(FactKind.class);
        all.put(FactKind.MEASUREMENT, measurement());
        all.put(FactKind.INVOICE_LINE, invoiceLine());
        all.put(FactKind.CREDIT_NOTE, creditNote());
        all.put(FactKind.PURCHASE, purchase());
        all.put(FactKind.EVENT, event());
        all.put(FactKind.CLAIM, claim());
        all.put(FactKind.INDEX_VALUE, indexValue());
        all.put(FactKind.EXCHANGE_RATE, exchangeRate());
        return all;
    }

    /** The columns of one kind in the making. */
    private static final class Layout<F extends PerformanceFact> {
        private final Class<F> sort;
        private final Map<String, Function<PerformanceFact, @Nullable Object>> columns = new LinkedHashMap<>();

        Layout(Class<F> sort) {
            this.sort = sort;
            with("id", PerformanceFact::id);
        }

        Layout<F> with(String name, Function<F, @Nullable Object> reader) {
            columns.put(name, row -> reader.apply(sort.cast(row)));
            return this;
        }

        Layout<F> ofVendor() {
            return with(
                            "vendor_id",
                            row -> row.findVendor().map(VendorReference::id).orElse(""))
                    .with(
                            "vendor",
                            row -> row.findVendor().map(VendorReference::name).orElse(""))
                    .with("contract", row -> row.findContract().orElse(""));
        }

        Layout<F> during(String from, String to, Function<F, @Nullable Period> period) {
            return with(from, row -> first(period.apply(row))).with(to, row -> last(period.apply(row)));
        }

        private static @Nullable Object first(@Nullable Period period) {
            return period == null ? null : period.from();
        }

        private static @Nullable Object last(@Nullable Period period) {
            return period == null ? null : period.to();
        }
    }

    private static Map<String, Function<PerformanceFact, @Nullable Object>> measurement() {
        return new Layout<>(Measurement.class)
                .ofVendor()
                .with("measure", Measurement::measure)
                .during("from", "to", Measurement::period)
                .with("numerator", Measurement::numerator)
                .with("denominator", Measurement::denominator)
                .with("unit", Measurement::unit)
                .with("value", Measurement::value)
                .with("reported_on", Measurement::reportedOn)
                .with("note", Measurement::note)
                .columns;
    }

    private static Map<String, Function<PerformanceFact, @Nullable Object>> invoiceLine() {
        return new Layout<>(InvoiceLine.class)
                .ofVendor()
                .with("invoice", InvoiceLine::invoice)
                .with("line", line -> BigDecimal.valueOf(line.line()))
                .with("direction", line -> line.direction().name().toLowerCase(Locale.ROOT))
                .with("invoice_date", InvoiceLine::invoiceDate)
                .with("received_on", InvoiceLine::receivedOn)
                .with("due_on", InvoiceLine::dueOn)
                .with("paid_on", InvoiceLine::paidOn)
                .with("paid_amount", InvoiceLine::paidAmount)
                .with("order", InvoiceLine::order)
                .with("description", InvoiceLine::description)
                .with("product", InvoiceLine::product)
                .with("quantity", InvoiceLine::quantity)
                .with("unit", InvoiceLine::unit)
                .with("unit_price", InvoiceLine::unitPrice)
                .with("net", InvoiceLine::net)
                .with("tax_rate", InvoiceLine::taxRate)
                .with("tax", InvoiceLine::tax)
                .with("gross", line -> line.net().add(line.tax()))
                .with("currency", line -> line.currency().getCode())
                .during("service_from", "service_to", InvoiceLine::service)
                .columns;
    }

    private static Map<String, Function<PerformanceFact, @Nullable Object>> creditNote() {
        return new Layout<>(CreditNote.class)
                .ofVendor()
                .with("credit_note", CreditNote::creditNote)
                .with("invoice", CreditNote::invoice)
                .with("direction", note -> note.direction().name().toLowerCase(Locale.ROOT))
                .with("issued_on", CreditNote::issuedOn)
                .with("description", CreditNote::description)
                .with("net", CreditNote::net)
                .with("tax", CreditNote::tax)
                .with("currency", note -> note.currency().getCode())
                .during("period_from", "period_to", CreditNote::period)
                .columns;
    }

    private static Map<String, Function<PerformanceFact, @Nullable Object>> purchase() {
        return new Layout<>(Purchase.class)
                .ofVendor()
                .with("order", Purchase::order)
                .with("product", Purchase::product)
                .with("ordered_on", Purchase::orderedOn)
                .with("promised_on", Purchase::promisedOn)
                .with("delivered_on", Purchase::deliveredOn)
                .with("quantity_ordered", Purchase::quantityOrdered)
                .with("quantity_received", Purchase::quantityReceived)
                .with("unit", Purchase::unit)
                .columns;
    }

    private static Map<String, Function<PerformanceFact, @Nullable Object>> event() {
        return new Layout<>(ContractEvent.class)
                .ofVendor()
                .with("event", ContractEvent::event)
                .with("subject", ContractEvent::subject)
                .with("date", ContractEvent::date)
                .with(
                        "time",
                        event -> event.time() == null ? null : event.time().toString())
                .with("reference", ContractEvent::reference)
                .with("note", ContractEvent::note)
                .columns;
    }

    private static Map<String, Function<PerformanceFact, @Nullable Object>> claim() {
        return new Layout<>(Claim.class)
                .ofVendor()
                .with("subject", Claim::subject)
                .during("period_from", "period_to", Claim::period)
                .with("sent_on", Claim::sentOn)
                .with("amount", Claim::amount)
                .with("currency", claim -> claim.currency().getCode())
                .with("status", Claim::status)
                .columns;
    }

    private static Map<String, Function<PerformanceFact, @Nullable Object>> indexValue() {
        return new Layout<>(IndexValue.class)
                .with("series", IndexValue::series)
                .with("period", index -> index.month().atDay(1))
                .with("value", IndexValue::value)
                .with("published_on", IndexValue::publishedOn)
                .columns;
    }

    private static Map<String, Function<PerformanceFact, @Nullable Object>> exchangeRate() {
        return new Layout<>(ExchangeRate.class)
                .with("date", ExchangeRate::date)
                .with("base", rate -> rate.base().getCode())
                .with("quote", rate -> rate.quote().getCode())
                .with("rate", ExchangeRate::rate)
                .with("source", ExchangeRate::source)
                .columns;
    }
}
