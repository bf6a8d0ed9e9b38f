package io.recital.models.ledger.payment;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.lever.ClaimTime;
import io.recital.models.ledger.lever.LeverTerm.Said;
import io.recital.models.ledger.lever.StatedTime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Discounts for early payment that were earned and not deducted: to be claimed where the contract lets them be deducted
 * later, otherwise a saving that is gone. And discounts that were deducted although payment was late.
 */
public final class EarlyPaymentDiscountCheck implements Check {
    static final String NAME = "early-payment-discount";

    private static final String NOT_TAKEN =
            "\\b(?:not|never)\\s+(?:been\\s+)?(?:taken|deducted|used|claimed|made|applied)|\\b(?:did|does|has)\\s+not\\s+(?:take|taken|deduct|deducted|use)|\\b(?:forgot\\w*|omit\\w*|fail\\w*\\s+to\\s+(?:take|deduct)|miss(?:es|ed)?\\s+to|without\\s+(?:taking|deducting))";
    private static final String GIVEN_BACK =
            "\\b(?:credit|refund|recover|reclaim|claim|repa(?:y|id)|reimburs|make\\s+good|made\\s+good|deduct|request|set\\s+off)";
    private static final Pattern LATER = Pattern.compile(
            "\\b(?:discount|deduction|Skonto|rebate)\\b[^.]{0,160}(?:" + NOT_TAKEN + ")[^.]{0,120}" + GIVEN_BACK
                    + "|\\b(?:discount|deduction|Skonto)\\b[^.]{0,120}\\bdid\\s+not\\s+deduct"
                    + "|(?:" + NOT_TAKEN + ")[^.]{0,60}\\b(?:discount|deduction|Skonto)\\b[^.]{0,120}" + GIVEN_BACK
                    + "|" + GIVEN_BACK + "\\w*\\b[^.]{0,120}\\b(?:discount|deduction|Skonto)\\b[^.]{0,80}(?:"
                    + NOT_TAKEN + ")"
                    + "|\\b(?:recover|reclaim|claim\\s+back|make\\s+good|deduct)\\w*\\b[^.]{0,160}\\b(?:later|subsequent|following|next|future)\\s+(?:invoice|payment)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern GONE = Pattern.compile(
            "\\b(?:cannot|can\\s+not|may\\s+not|must\\s+not|laps\\w*|lost|forfeit\\w*|no\\s+(?:claim|right)|not\\s+be\\s+(?:claimed|recovered|refunded|credited|made\\s+good))\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Outcome> run(Dossier dossier) {
        PaymentTerms terms = PaymentTerms.of(dossier);
        DiscountPractice practice = DiscountPractice.of(dossier);
        List<Outcome> outcomes = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        for (Invoice invoice : Invoice.of(dossier)) {
            terms.findDiscount(invoice)
                    .flatMap(discount -> judge(invoice, discount, terms, practice))
                    .filter(outcome -> !(outcome instanceof NotCheckable gap) || missing.add(gap.missing()))
                    .ifPresent(outcomes::add);
        }
        return outcomes;
    }

    private static Optional<Outcome> judge(
            Invoice invoice, EarlyPaymentDiscount discount, PaymentTerms terms, DiscountPractice practice) {
        Optional<LocalDate> paidOn = invoice.findPaid();
        Optional<BigDecimal> paid = invoice.findPaidAmount();
        Money worth = discount.of(invoice);
        if (paidOn.isEmpty() || paid.isEmpty() || !worth.isPositive()) {
            return Optional.empty();
        }
        Optional<LocalDate> lastDay = discount.lastDayFor(invoice, terms.calendar());
        if (lastDay.isEmpty()) {
            return Optional.of(new NotCheckable(
                    NAME,
                    "Whether invoice " + invoice.number() + " was paid in time for its discount cannot be told",
                    "the day on which invoice " + invoice.number() + " was received",
                    discount.term().rests()));
        }
        BigDecimal kept = invoice.dueOn(paidOn.get()).subtract(paid.get());
        boolean inTime = !paidOn.get().isAfter(lastDay.get());
        boolean bought = invoice.direction() == Direction.RECEIVED;
        if (bought && inTime && kept.signum() == 0 && !isCredited(invoice, worth)) {
            return Optional.of(
                    missed(new Case(invoice, discount, paidOn.get(), lastDay.get(), worth), terms.calendar()));
        }
        if (bought && kept.signum() == 0 && !isCredited(invoice, worth) && practice.justMissed(invoice)) {
            return Optional.of(tooLate(new Case(invoice, discount, paidOn.get(), lastDay.get(), worth)));
        }
        boolean tookIt = isAbout(kept, worth.getAmount()) || isAbout(kept, discount.withTax(invoice));
        boolean late = paidOn.get().isAfter(terms.calendar().onOrAfter(lastDay.get()));
        return late && tookIt
                ? Optional.of(unearned(new Case(invoice, discount, paidOn.get(), lastDay.get(), worth)))
                : Optional.empty();
    }

    private static boolean isAbout(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(new BigDecimal("0.01")) <= 0;
    }

    static boolean isCredited(Invoice invoice, Money worth) {
        return invoice.creditNotes().stream().anyMatch(note -> note.net().compareTo(worth.getAmount()) == 0);
    }

    private static LedgerEntry missed(Case found, BusinessCalendar calendar) {
        Optional<Said> later = found.discount()
                .term()
                .findSaid(LATER)
                .filter(said -> !GONE.matcher(said.citation().quote()).find()
                        || ClaimTime.in(said.citation().quote()).isPresent());
        return found.entry(
                later.isPresent() ? LeakageClass.UNCLAIMED_ENTITLEMENT : LeakageClass.AVOIDABLE_MISSED_SAVING,
                "was paid in time for the discount, which was not deducted",
                later.stream().map(Said::finding).toList(),
                later.flatMap(said -> found.lastDay(said.citation().quote(), calendar))
                        .orElse(null));
    }

    /** A discount that the tenant takes as a rule and missed by a few days. */
    private static LedgerEntry tooLate(Case found) {
        return found.entry(
                LeakageClass.AVOIDABLE_MISSED_SAVING,
                "was paid " + ChronoUnit.DAYS.between(found.lastDay(), found.paidOn())
                        + " days too late for the discount that is taken as a rule",
                List.of(),
                null);
    }

    private static LedgerEntry unearned(Case found) {
        boolean bought = found.invoice().direction() == Direction.RECEIVED;
        return found.entry(
                bought ? LeakageClass.EXPOSURE : LeakageClass.UNDER_BILLING,
                "was paid too late for the discount that was deducted",
                List.of(),
                null);
    }

    /** An invoice with what can be said of its discount. */
    private record Case(
            Invoice invoice, EarlyPaymentDiscount discount, LocalDate paidOn, LocalDate lastDay, Money worth) {
        LedgerEntry entry(LeakageClass leakage, String what, List<Finding> more, @Nullable LocalDate until) {
            LocalDate from = PaymentTerm.start(discount.clock(), invoice).orElse(invoice.date());
            return new LedgerEntry(
                    NAME,
                    leakage,
                    "Invoice " + invoice.number() + " " + what,
                    period(from),
                    worth,
                    Stream.concat(discount.term().rests().stream(), more.stream())
                            .distinct()
                            .toList(),
                    invoice.rows(),
                    workings(from),
                    until,
                    0.95);
        }

        /** The time that was invoiced; for what was done on one day, that from which the discount ran until payment. */
        private Period period(LocalDate from) {
            return invoice.findService()
                    .filter(service -> service.days() > 1)
                    .orElse(new Period(from.isAfter(paidOn) ? paidOn : from, paidOn));
        }

        /** How long the discount can still be asked for: from payment, unless the words name another day. */
        Optional<LocalDate> lastDay(String words, BusinessCalendar calendar) {
            return ClaimTime.in(words)
                    .flatMap(time -> time.lastDay(
                            event -> switch (event) {
                                case INVOICE -> Optional.of(invoice.date());
                                case RECEIPT -> invoice.findReceived();
                                default -> Optional.of(paidOn);
                            },
                            calendar))
                    .or(() -> StatedTime.in(words).map(span -> span.after(paidOn, calendar)));
        }

        private List<Derivation> workings(LocalDate from) {
            return List.of(
                    new Derivation(
                            Operation.DAY_AFTER,
                            List.of(
                                    invoice.input(
                                            "start of the time for the discount",
                                            from,
                                            invoice.findReceived().isPresent() ? "received_on" : "invoice_date"),
                                    discount.term()
                                            .input(
                                                    "time for the discount",
                                                    discount.within().display())),
                            lastDay.toString()),
                    new Derivation(
                            Operation.DAYS_BETWEEN,
                            List.of(
                                    new Derivation.Input("start", from.toString(), null),
                                    invoice.input("day of payment", paidOn, "paid_on")),
                            ChronoUnit.DAYS.between(from, paidOn) + " days"),
                    invoice.sum(discount.isOnTax(), invoice.date().minusDays(1)),
                    new Derivation(
                            Operation.PERCENT_OF,
                            List.of(
                                    discount.term()
                                            .input(
                                                    "discount",
                                                    discount.percent().toPlainString() + " %"),
                                    new Derivation.Input(
                                            "invoiced",
                                            (discount.isOnTax()
                                                            ? invoice.net().add(invoice.tax())
                                                            : discount.net(invoice))
                                                    .toPlainString(),
                                            null)),
                            worth.toString()));
        }
    }
}
