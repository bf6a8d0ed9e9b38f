package io.recital.ingestion.facts;

import static io.recital.ingestion.facts.FieldType.CURRENCY;
import static io.recital.ingestion.facts.FieldType.DATE;
import static io.recital.ingestion.facts.FieldType.DECIMAL;
import static io.recital.ingestion.facts.FieldType.DIRECTION;
import static io.recital.ingestion.facts.FieldType.MONTH;
import static io.recital.ingestion.facts.FieldType.TEXT;
import static io.recital.ingestion.facts.FieldType.TIME;
import static io.recital.ingestion.facts.FieldType.WHOLE_NUMBER;

import io.recital.models.fact.FactKind;
import java.util.List;
import java.util.Optional;

/** The fields of each kind of fact, which of them a row needs, and which tell its rows apart. */
final class FactLayout {
    private static final List<String> VENDOR = List.of("vendor_id", "vendor");

    private FactLayout() {}

    /** What a row of the kind needs: of each of these at least one field. */
    static List<List<String>> needs(FactKind kind) {
        return switch (kind) {
            case MEASUREMENT ->
                List.of(
                        VENDOR,
                        List.of("measure"),
                        List.of("from", "period"),
                        List.of("to", "period"),
                        List.of("value", "numerator"));
            case INVOICE_LINE ->
                List.of(
                        VENDOR,
                        List.of("invoice"),
                        List.of("direction"),
                        List.of("invoice_date"),
                        List.of("net", "unit_price"),
                        List.of("currency"));
            case CREDIT_NOTE ->
                List.of(
                        VENDOR,
                        List.of("credit_note"),
                        List.of("direction"),
                        List.of("issued_on"),
                        List.of("net"),
                        List.of("currency"));
            case PURCHASE -> List.of(VENDOR, List.of("order"), List.of("ordered_on"));
            case EVENT -> List.of(VENDOR, List.of("event"), List.of("date"));
            case CLAIM ->
                List.of(
                        VENDOR,
                        List.of("subject"),
                        List.of("sent_on"),
                        List.of("amount"),
                        List.of("currency"),
                        List.of("status"));
            case INDEX_VALUE ->
                List.of(List.of("series"), List.of("period"), List.of("value"), List.of("published_on"));
            case EXCHANGE_RATE -> List.of(List.of("date"), List.of("base"), List.of("quote"), List.of("rate"));
            case VENDOR -> List.of(List.of("name"), List.of("alias_of", "parent", "tax_number", "country"));
        };
    }

    /** The fields that tell two rows of the kind apart where the file has no ids. */
    static List<String> key(FactKind kind) {
        return switch (kind) {
            case MEASUREMENT -> List.of("vendor_id", "vendor", "contract", "measure", "from", "to", "reported_on");
            case INVOICE_LINE -> List.of("direction", "vendor_id", "vendor", "invoice", "invoice_date", "line");
            case CREDIT_NOTE -> List.of("direction", "vendor_id", "vendor", "credit_note", "issued_on", "description");
            case PURCHASE -> List.of("vendor_id", "vendor", "order", "product");
            case EVENT -> List.of("vendor_id", "vendor", "contract", "event", "subject", "date", "time", "reference");
            case CLAIM -> List.of("vendor_id", "vendor", "contract", "subject", "period_from", "sent_on");
            case INDEX_VALUE -> List.of("series", "period");
            case EXCHANGE_RATE -> List.of("date", "base", "quote", "source");
            case VENDOR -> List.of("vendor_id", "name");
        };
    }

    static List<FactField> fields(FactKind kind) {
        return switch (kind) {
            case MEASUREMENT -> measurement();
            case INVOICE_LINE -> invoiceLine();
            case CREDIT_NOTE -> creditNote();
            case PURCHASE -> purchase();
            case EVENT -> event();
            case CLAIM -> claim();
            case INDEX_VALUE -> indexValue();
            case EXCHANGE_RATE -> exchangeRate();
            case VENDOR -> vendor();
        };
    }

    static Optional<FactField> find(FactKind kind, String name) {
        return fields(kind).stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private static List<FactField> measurement() {
        return List.of(
                new FactField("id", TEXT),
                new FactField("vendor_id", TEXT),
                new FactField("vendor", TEXT),
                new FactField("contract", TEXT),
                new FactField("measure", TEXT),
                new FactField("from", DATE),
                new FactField("to", DATE),
                new FactField("period", MONTH),
                new FactField("numerator", DECIMAL),
                new FactField("denominator", DECIMAL),
                new FactField("unit", TEXT),
                new FactField("value", DECIMAL),
                new FactField("reported_on", DATE),
                new FactField("note", TEXT));
    }

    private static List<FactField> invoiceLine() {
        return List.of(
                new FactField("id", TEXT),
                new FactField("invoice", TEXT),
                new FactField("line", WHOLE_NUMBER),
                new FactField("direction", DIRECTION),
                new FactField("vendor_id", TEXT),
                new FactField("vendor", TEXT),
                new FactField("invoice_date", DATE),
                new FactField("received_on", DATE),
                new FactField("due_on", DATE),
                new FactField("paid_on", DATE),
                new FactField("paid_amount", DECIMAL),
                new FactField("contract", TEXT),
                new FactField("order", TEXT),
                new FactField("description", TEXT),
                new FactField("product", TEXT),
                new FactField("quantity", DECIMAL),
                new FactField("unit", TEXT),
                new FactField("unit_price", DECIMAL),
                new FactField("net", DECIMAL),
                new FactField("tax_rate", DECIMAL),
                new FactField("tax", DECIMAL),
                new FactField("gross", DECIMAL),
                new FactField("currency", CURRENCY),
                new FactField("service_from", DATE),
                new FactField("service_to", DATE));
    }

    private static List<FactField> creditNote() {
        return List.of(
                new FactField("id", TEXT),
                new FactField("credit_note", TEXT),
                new FactField("invoice", TEXT),
                new FactField("direction", DIRECTION),
                new FactField("vendor_id", TEXT),
                new FactField("vendor", TEXT),
                new FactField("issued_on", DATE),
                new FactField("description", TEXT),
                new FactField("net", DECIMAL),
                new FactField("tax", DECIMAL),
                new FactField("currency", CURRENCY),
                new FactField("period_from", DATE),
                new FactField("period_to", DATE));
    }

    private static List<FactField> purchase() {
        return List.of(
                new FactField("id", TEXT),
                new FactField("vendor_id", TEXT),
                new FactField("vendor", TEXT),
                new FactField("contract", TEXT),
                new FactField("order", TEXT),
                new FactField("product", TEXT),
                new FactField("ordered_on", DATE),
                new FactField("promised_on", DATE),
                new FactField("delivered_on", DATE),
                new FactField("quantity_ordered", DECIMAL),
                new FactField("quantity_received", DECIMAL),
                new FactField("unit", TEXT));
    }

    private static List<FactField> event() {
        return List.of(
                new FactField("id", TEXT),
                new FactField("vendor_id", TEXT),
                new FactField("vendor", TEXT),
                new FactField("contract", TEXT),
                new FactField("event", TEXT),
                new FactField("subject", TEXT),
                new FactField("date", DATE),
                new FactField("time", TIME),
                new FactField("reference", TEXT),
                new FactField("note", TEXT));
    }

    private static List<FactField> claim() {
        return List.of(
                new FactField("id", TEXT),
                new FactField("vendor_id", TEXT),
                new FactField("vendor", TEXT),
                new FactField("contract", TEXT),
                new FactField("subject", TEXT),
                new FactField("period_from", DATE),
                new FactField("period_to", DATE),
                new FactField("sent_on", DATE),
                new FactField("amount", DECIMAL),
                new FactField("currency", CURRENCY),
                new FactField("status", TEXT));
    }

    private static List<FactField> indexValue() {
        return List.of(
                new FactField("id", TEXT),
                new FactField("series", TEXT),
                new FactField("period", MONTH),
                new FactField("value", DECIMAL),
                new FactField("published_on", DATE));
    }

    private static List<FactField> exchangeRate() {
        return List.of(
                new FactField("id", TEXT),
                new FactField("date", DATE),
                new FactField("base", CURRENCY),
                new FactField("quote", CURRENCY),
                new FactField("rate", DECIMAL),
                new FactField("source", TEXT));
    }

    private static List<FactField> vendor() {
        return List.of(
                new FactField("id", TEXT),
                new FactField("vendor_id", TEXT),
                new FactField("name", TEXT),
                new FactField("alias_of", TEXT),
                new FactField("parent", TEXT),
                new FactField("country", TEXT),
                new FactField("tax_number", TEXT),
                new FactField("currency", CURRENCY));
    }
}
