package io.recital.ingestion.facts;

import io.recital.models.fact.Claim;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.CreditNote;
import io.recital.models.fact.ExchangeRate;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.IndexValue;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.fact.Purchase;
import io.recital.models.fact.Vendor;
import io.recital.models.fact.VendorReference;

/** Makes a fact of the values of a row; what contradicts itself is refused by the fact. */
final class FactRows {
    private FactRows() {}

    static PerformanceFact fact(FactKind kind, RowValues row) {
        return switch (kind) {
            case MEASUREMENT -> measurement(row);
            case INVOICE_LINE -> invoiceLine(row);
            case CREDIT_NOTE -> creditNote(row);
            case PURCHASE -> purchase(row);
            case EVENT -> event(row);
            case CLAIM -> claim(row);
            case INDEX_VALUE ->
                new IndexValue(
                        row.text("id"),
                        row.text("series"),
                        row.month("period"),
                        row.decimal("value"),
                        row.date("published_on"));
            case EXCHANGE_RATE ->
                new ExchangeRate(
                        row.text("id"),
                        row.date("date"),
                        row.currency("base"),
                        row.currency("quote"),
                        row.decimal("rate"),
                        row.text("source"));
            case VENDOR -> vendor(row);
        };
    }

    private static Measurement measurement(RowValues row) {
        return new Measurement(
                row.text("id"),
                row.vendor(),
                row.text("contract"),
                row.text("measure"),
                new Period(row.date("from"), row.date("to")),
                row.findDecimal("numerator"),
                row.findDecimal("denominator"),
                row.text("unit"),
                row.findDecimal("value"),
                row.date("reported_on"),
                row.text("note"));
    }

    private static InvoiceLine invoiceLine(RowValues row) {
        return new InvoiceLine(
                row.text("id"),
                row.text("invoice"),
                row.wholeNumber("line"),
                row.direction("direction"),
                row.vendor(),
                row.date("invoice_date"),
                row.findDate("received_on"),
                row.findDate("due_on"),
                row.findDate("paid_on"),
                row.findDecimal("paid_amount"),
                row.text("contract"),
                row.text("order"),
                row.text("description"),
                row.text("product"),
                row.decimal("quantity"),
                row.text("unit"),
                row.decimal("unit_price"),
                row.decimal("net"),
                row.decimal("tax_rate"),
                row.decimal("tax"),
                row.currency("currency"),
                row.findPeriod("service_from", "service_to"));
    }

    private static CreditNote creditNote(RowValues row) {
        return new CreditNote(
                row.text("id"),
                row.text("credit_note"),
                row.text("invoice"),
                row.direction("direction"),
                row.vendor(),
                row.date("issued_on"),
                row.text("description"),
                row.decimal("net"),
                row.decimal("tax"),
                row.currency("currency"),
                row.findPeriod("period_from", "period_to"));
    }

    private static Purchase purchase(RowValues row) {
        return new Purchase(
                row.text("id"),
                row.vendor(),
                row.text("contract"),
                row.text("order"),
                row.text("product"),
                row.date("ordered_on"),
                row.findDate("promised_on"),
                row.findDate("delivered_on"),
                row.findDecimal("quantity_ordered"),
                row.findDecimal("quantity_received"),
                row.text("unit"));
    }

    private static ContractEvent event(RowValues row) {
        return new ContractEvent(
                row.text("id"),
                row.vendor(),
                row.text("contract"),
                row.text("event"),
                row.text("subject"),
                row.date("date"),
                row.findTime("time"),
                row.text("reference"),
                row.text("note"));
    }

    private static Claim claim(RowValues row) {
        return new Claim(
                row.text("id"),
                row.vendor(),
                row.text("contract"),
                row.text("subject"),
                row.findPeriod("period_from", "period_to"),
                row.date("sent_on"),
                row.decimal("amount"),
                row.currency("currency"),
                row.text("status"));
    }

    private static Vendor vendor(RowValues row) {
        return new Vendor(
                row.text("id"),
                new VendorReference(row.text("vendor_id"), row.text("name")),
                row.text("alias_of"),
                row.text("parent"),
                row.text("country"),
                row.text("tax_number"),
                row.findCurrency("currency"));
    }
}
