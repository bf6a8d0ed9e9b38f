package io.recital.ingestion.facts;

import static io.recital.ingestion.facts.FactField.optional;
import static io.recital.ingestion.facts.FactField.required;
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

/** The fields of each kind of fact. */
final class FactLayout {
    private FactLayout() {}

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
                required("id", TEXT),
                optional("vendor_id", TEXT),
                optional("vendor", TEXT),
                optional("contract", TEXT),
                required("measure", TEXT),
                required("from", DATE),
                required("to", DATE),
                optional("numerator", DECIMAL),
                optional("denominator", DECIMAL),
                optional("unit", TEXT),
                optional("value", DECIMAL),
                required("reported_on", DATE),
                optional("note", TEXT));
    }

    private static List<FactField> invoiceLine() {
        return List.of(
                required("id", TEXT),
                required("invoice", TEXT),
                required("line", WHOLE_NUMBER),
                required("direction", DIRECTION),
                optional("vendor_id", TEXT),
                optional("vendor", TEXT),
                required("invoice_date", DATE),
                optional("received_on", DATE),
                optional("due_on", DATE),
                optional("paid_on", DATE),
                optional("paid_amount", DECIMAL),
                optional("contract", TEXT),
                optional("order", TEXT),
                optional("description", TEXT),
                optional("product", TEXT),
                required("quantity", DECIMAL),
                optional("unit", TEXT),
                required("unit_price", DECIMAL),
                required("net", DECIMAL),
                required("tax_rate", DECIMAL),
                required("tax", DECIMAL),
                required("currency", CURRENCY),
                optional("service_from", DATE),
                optional("service_to", DATE));
    }

    private static List<FactField> creditNote() {
        return List.of(
                required("id", TEXT),
                required("credit_note", TEXT),
                optional("invoice", TEXT),
                required("direction", DIRECTION),
                optional("vendor_id", TEXT),
                optional("vendor", TEXT),
                required("issued_on", DATE),
                optional("description", TEXT),
                required("net", DECIMAL),
                required("tax", DECIMAL),
                required("currency", CURRENCY),
                optional("period_from", DATE),
                optional("period_to", DATE));
    }

    private static List<FactField> purchase() {
        return List.of(
                required("id", TEXT),
                optional("vendor_id", TEXT),
                optional("vendor", TEXT),
                optional("contract", TEXT),
                required("order", TEXT),
                optional("product", TEXT),
                required("ordered_on", DATE),
                optional("promised_on", DATE),
                optional("delivered_on", DATE),
                optional("quantity_ordered", DECIMAL),
                optional("quantity_received", DECIMAL),
                optional("unit", TEXT));
    }

    private static List<FactField> event() {
        return List.of(
                required("id", TEXT),
                optional("vendor_id", TEXT),
                optional("vendor", TEXT),
                optional("contract", TEXT),
                required("event", TEXT),
                optional("subject", TEXT),
                required("date", DATE),
                optional("time", TIME),
                optional("reference", TEXT),
                optional("note", TEXT));
    }

    private static List<FactField> claim() {
        return List.of(
                required("id", TEXT),
                optional("vendor_id", TEXT),
                optional("vendor", TEXT),
                optional("contract", TEXT),
                required("subject", TEXT),
                optional("period_from", DATE),
                optional("period_to", DATE),
                required("sent_on", DATE),
                required("amount", DECIMAL),
                required("currency", CURRENCY),
                required("status", TEXT));
    }

    private static List<FactField> indexValue() {
        return List.of(
                required("id", TEXT),
                required("series", TEXT),
                required("period", MONTH),
                required("value", DECIMAL),
                required("published_on", DATE));
    }

    private static List<FactField> exchangeRate() {
        return List.of(
                required("id", TEXT),
                required("date", DATE),
                required("base", CURRENCY),
                required("quote", CURRENCY),
                required("rate", DECIMAL),
                optional("source", TEXT));
    }

    private static List<FactField> vendor() {
        return List.of(
                required("id", TEXT),
                optional("vendor_id", TEXT),
                required("name", TEXT),
                optional("alias_of", TEXT),
                optional("parent", TEXT),
                optional("country", TEXT),
                optional("tax_number", TEXT),
                optional("currency", CURRENCY));
    }
}
