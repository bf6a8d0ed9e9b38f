package io.recital.models.fact;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice. What is true of the whole invoice (its dates, what was paid) stands in every line of it, the
 * paid amount in the first only.
 *
 * @param invoice the number that the seller gave it; sellers may use the same number, and a seller again in another year
 * @param dueOn as the tenant's system has it, which need not be what the contract says
 * @param paidAmount for the whole invoice with tax
 * @param contract reference that the contract bears
 * @param order purchase order or statement of work; empty when none
 * @param product the seller's or the tenant's code; empty when none
 * @param net without tax; quantity times unit price, rounded
 * @param taxRate in percent
 * @param service when what is invoiced was delivered or done; null when the line does not say
 */
public record InvoiceLine(
        String id,
        String invoice,
        int line,
        Direction direction,
        VendorReference vendor,
        LocalDate invoiceDate,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate paidOn,
        @Nullable BigDecimal paidAmount,
        String contract,
        String order,
        String description,
        String product,
        BigDecimal quantity,
        String unit,
        BigDecimal unitPrice,
        BigDecimal net,
        BigDecimal taxRate,
        BigDecimal tax,
        CurrencyUnit currency,
        @Nullable Period service)
        implements VendorFact {
    public InvoiceLine {
        requireNonNull(id, "id");
        requireNonNull(invoice, "invoice");
        requireNonNull(direction, "direction");
        requireNonNull(vendor, "vendor");
        requireNonNull(invoiceDate, "invoiceDate");
        requireNonNull(contract, "contract");
        requireNonNull(order, "order");
        requireNonNull(description, "description");
        requireNonNull(product, "product");
        requireNonNull(quantity, "quantity");
        requireNonNull(unit, "unit");
        requireNonNull(unitPrice, "unitPrice");
        requireNonNull(net, "net");
        requireNonNull(taxRate, "taxRate");
        requireNonNull(tax, "tax");
        requireNonNull(currency, "currency");
    }

    @Override
    public FactKind kind() {
        return FactKind.INVOICE_LINE;
    }

    @Override
    public LocalDate knownFrom() {
        return receivedOn == null ? invoiceDate : receivedOn;
    }

    /** The day by which prices and terms are chosen: the last day of service, or else the invoice's date. */
    public LocalDate priceDay() {
        return service == null ? invoiceDate : service.to();
    }
}
