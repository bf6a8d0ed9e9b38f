package io.recital.models.ledger.payment;

import io.recital.models.fact.Direction;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Outcome;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Invoices that the tenant paid long before they were due, without a discount for it: working capital given away. A
 * contract puts no price on that, so it is no money.
 */
public final class EarlyPaymentCheck implements Check {
    static final String NAME = "early-payment";

    /** Payment runs are weekly or every two weeks: what is paid up to a fortnight early is no departure. */
    private static final int FORTNIGHT = 14;

    @Override
    public List<Outcome> run(Dossier dossier) {
        PaymentTerms terms = PaymentTerms.of(dossier);
        DiscountPractice practice = DiscountPractice.of(dossier);
        return Invoice.of(dossier.facts()).stream()
                .filter(invoice -> invoice.direction() == Direction.RECEIVED && !practice.justMissed(invoice))
                .flatMap(invoice -> terms.find(invoice).stream().flatMap(term -> judge(invoice, term, terms).stream()))
                .toList();
    }

    private static Optional<Outcome> judge(Invoice invoice, PaymentTerm term, PaymentTerms terms) {
        Optional<LocalDate> due = term.dueOn(invoice, terms.calendar());
        Optional<LocalDate> paidOn = invoice.findPaid();
        if (due.isEmpty() || paidOn.isEmpty() || earnsDiscount(invoice, paidOn.get(), terms)) {
            return Optional.empty();
        }
        long early = ChronoUnit.DAYS.between(paidOn.get(), due.get());
        return early <= FORTNIGHT
                ? Optional.empty()
                : Optional.of(new Breach(
                        NAME,
                        "Invoice " + invoice.number() + " was paid " + early + " days before it was due"
                                + byTheErp(invoice, paidOn.get(), due.get()),
                        new Period(term.startOf(invoice).orElse(invoice.date()), due.get()),
                        term.term().rests(),
                        invoice.rows()));
    }

    private static String byTheErp(Invoice invoice, LocalDate paidOn, LocalDate due) {
        LocalDate erp = invoice.first().dueOn();
        return erp != null && erp.isBefore(due) && !paidOn.isAfter(erp)
                ? ": the tenant's system has " + erp + " as due date, the contract says " + due
                : "";
    }

    private static boolean earnsDiscount(Invoice invoice, LocalDate paidOn, PaymentTerms terms) {
        return terms.findDiscount(invoice)
                .flatMap(discount -> discount.lastDayFor(invoice, terms.calendar()))
                .map(last -> !paidOn.isAfter(last))
                .orElse(false);
    }
}
