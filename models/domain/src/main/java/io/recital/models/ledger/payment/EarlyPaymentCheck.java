package io.recital.models.ledger.payment;

import io.recital.models.fact.Direction;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Invoices that the tenant paid long before they were due, without a discount for it, because its own system had them due
 * too early: working capital given away. A contract puts no price on that, so it is no money. Whoever pays early with the
 * right day in its books may have chosen to: that is told by the days to pay, not here.
 */
public final class EarlyPaymentCheck implements Check {
    static final String NAME = "early-payment";

    /** Payment runs are weekly or every two weeks: what is paid up to a fortnight early is no departure. */
    private static final int FORTNIGHT = 14;

    private static final int A_FEW = 2;

    @Override
    public List<Outcome> run(Dossier dossier) {
        PaymentTerms terms = PaymentTerms.of(dossier);
        int paid = 0;
        List<Outcome> early = new ArrayList<>();
        for (Invoice invoice : Invoice.of(dossier)) {
            Optional<PaymentTerm> term = terms.find(invoice);
            if (invoice.direction() == Direction.RECEIVED
                    && term.isPresent()
                    && invoice.findPaid().isPresent()) {
                paid++;
                judge(invoice, term.get(), terms)
                        .map(breach -> unlessExplained(dossier, invoice, term.get(), breach))
                        .ifPresent(early::add);
            }
        }
        if (isGuidedOtherwise(Invoice.of(dossier), terms)) {
            return List.of();
        }
        // all of them: then the tenant's system rather knows a term that was not read
        return early.size() > A_FEW && early.size() == paid
                ? List.of(new NotCheckable(
                        NAME,
                        "Whether invoices were paid too early cannot be told",
                        "the term by which all of them are due earlier in the tenant's system",
                        early.get(0).rests()))
                : early;
    }

    /** Whether most invoices that the tenant's system has due too early were paid after that day: its dates do not steer it. */
    private static boolean isGuidedOtherwise(List<Invoice> invoices, PaymentTerms terms) {
        int after = 0;
        int within = 0;
        for (Invoice invoice : invoices) {
            LocalDate recorded = invoice.first().dueOn();
            Optional<LocalDate> due = terms.find(invoice).flatMap(term -> term.dueOn(invoice, terms.calendar()));
            if (invoice.direction() == Direction.RECEIVED
                    && recorded != null
                    && due.isPresent()
                    && recorded.isBefore(due.get())
                    && invoice.findPaid().isPresent()) {
                boolean late = invoice.findPaid().get().isAfter(recorded);
                after += late ? 1 : 0;
                within += late ? 0 : 1;
            }
        }
        return after > within;
    }

    private static Optional<Outcome> judge(Invoice invoice, PaymentTerm term, PaymentTerms terms) {
        Optional<LocalDate> due = term.dueOn(invoice, terms.calendar());
        Optional<LocalDate> paidOn = invoice.findPaid();
        if (due.isEmpty() || paidOn.isEmpty() || earnsDiscount(invoice, paidOn.get(), terms)) {
            return Optional.empty();
        }
        long early = ChronoUnit.DAYS.between(paidOn.get(), due.get());
        return early <= FORTNIGHT || !isDueTooEarly(invoice, paidOn.get(), due.get())
                ? Optional.empty()
                : Optional.of(new Breach(
                        NAME,
                        "Invoice " + invoice.number() + " was paid " + early
                                + " days before it was due: the tenant's system has "
                                + invoice.first().dueOn() + " as due date, the contract says " + due.get(),
                        new Period(term.startOf(invoice).orElse(invoice.date()), due.get()),
                        term.term().rests(),
                        invoice.rows()));
    }

    /** An event may fall on any day; but a time that the contract names for a payment and that fits to the day is no chance. */
    private static Outcome unlessExplained(Dossier dossier, Invoice invoice, PaymentTerm term, Outcome breach) {
        LocalDate recorded = invoice.first().dueOn();
        return Optional.ofNullable(recorded)
                .flatMap(due -> new OtherPaymentTimes(dossier).explaining(invoice, due, term))
                .<Outcome>map(said -> new NotCheckable(
                        NAME,
                        "Whether invoice " + invoice.number() + " was paid too early cannot be told",
                        "whether it is of “" + said.quote() + "”",
                        term.term().rests()))
                .orElse(breach);
    }

    private static boolean isDueTooEarly(Invoice invoice, LocalDate paidOn, LocalDate due) {
        LocalDate recorded = invoice.first().dueOn();
        return recorded != null && recorded.isBefore(due) && !paidOn.isAfter(recorded);
    }

    private static boolean earnsDiscount(Invoice invoice, LocalDate paidOn, PaymentTerms terms) {
        return terms.findDiscount(invoice)
                .flatMap(discount -> discount.lastDayFor(invoice, terms.calendar()))
                .map(last -> !paidOn.isAfter(last))
                .orElse(false);
    }
}
