package io.recital.models.ledger.spend;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

/** Whether the feeds of a counterparty reach over a period: a sum over half of a year's invoices is no year's sum. */
final class Coverage {
    /** Suppliers may have nothing to invoice for some time when a contract begins. */
    private static final int QUIET_MONTHS = 2;

    private Coverage() {}

    /** Whether invoices begin with the period, give or take two months, and are there at its end. */
    static boolean isWhole(Dossier dossier, Period period) {
        Optional<LocalDate> first = dossier.facts().invoiceLines().stream()
                .map(InvoiceLine::invoiceDate)
                .min(Comparator.naturalOrder());
        Optional<LocalDate> last = dossier.facts().invoiceLines().stream()
                .map(InvoiceLine::invoiceDate)
                .max(Comparator.naturalOrder());
        return first.isPresent()
                && ChronoUnit.MONTHS.between(YearMonth.from(period.from()), YearMonth.from(first.get())) <= QUIET_MONTHS
                && ChronoUnit.MONTHS.between(YearMonth.from(last.get()), YearMonth.from(period.to())) <= QUIET_MONTHS;
    }
}
