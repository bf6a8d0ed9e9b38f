package io.recital.models.ledger.payment;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.Direction;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What is still to be paid on the last day of a window, and what was invoiced within it, both with tax.
 *
 * @param open of all invoices of up to that day, whenever they were dated
 * @param invoiced within the window, less credit notes of up to its last day
 */
public record OutstandingInvoices(Period window, Money open, Money invoiced) {
    public OutstandingInvoices {
        requireNonNull(window, "window");
        requireNonNull(open, "open");
        requireNonNull(invoiced, "invoiced");
    }

    /** One for each currency of a dossier's invoices of a direction. */
    public static List<OutstandingInvoices> of(Dossier dossier, Direction direction, Period window) {
        List<Invoice> invoices = Invoice.of(dossier).stream()
                .filter(invoice ->
                        invoice.direction() == direction && !invoice.date().isAfter(window.to()))
                .toList();
        return invoices.stream()
                .map(Invoice::currency)
                .distinct()
                .map(currency -> of(
                        currency,
                        invoices.stream()
                                .filter(invoice -> invoice.currency().equals(currency))
                                .toList(),
                        window))
                .toList();
    }

    private static OutstandingInvoices of(CurrencyUnit currency, List<Invoice> invoices, Period window) {
        BigDecimal open =
                invoices.stream().map(invoice -> openOn(invoice, window.to())).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal invoiced = invoices.stream()
                .filter(invoice -> window.holds(invoice.date()))
                .map(invoice -> invoice.dueOn(window.to()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new OutstandingInvoices(
                window,
                Money.of(currency, open, RoundingMode.HALF_UP),
                Money.of(currency, invoiced, RoundingMode.HALF_UP));
    }

    /** What was paid by the day less; paid without a sum is paid in full. */
    private static BigDecimal openOn(Invoice invoice, LocalDate day) {
        BigDecimal due = invoice.dueOn(day);
        return invoice.findPaid()
                .filter(paid -> !paid.isAfter(day))
                .map(paid -> invoice.findPaidAmount().map(due::subtract).orElse(BigDecimal.ZERO))
                .orElse(due);
    }

    /** Open money over what was invoiced, times the days of the window; empty where nothing was invoiced. */
    public Optional<BigDecimal> days() {
        return invoiced.isPositive()
                ? Optional.of(open.getAmount()
                        .multiply(BigDecimal.valueOf(window.days()))
                        .divide(invoiced.getAmount(), 1, RoundingMode.HALF_UP))
                : Optional.empty();
    }
}
