package io.recital.models.ledger.payment;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.Money;

/** The sum that an invoice costs which was paid late: an exposure where the tenant paid late, not billed where it was paid late. */
record LateFeeDue(LateInvoice late, Dossier dossier) {
    private static final Pattern FEE = Pattern.compile(
            "\\blate\\b|\\boverdue\\b|\\bcompensation\\b|\\breminder|\\bdunning\\b|\\bcollection|\\badministrat|\\brecovery\\s+costs?|\\bMahn",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REMINDER =
            Pattern.compile("\\breminder|\\bdunning\\b|\\bMahnung", Pattern.CASE_INSENSITIVE);

    /** What one side may add to its next invoice, and nowhere else. */
    private static final Pattern NEXT_INVOICE = Pattern.compile(
            "\\bmay\\s+(?:\\w+\\s+)?(?:add|charge|include)\\s+(?:[^.;]|\\.(?=\\d)){0,40}?\\bnext\\s+(?:invoice|bill|statement)",
            Pattern.CASE_INSENSITIVE);

    /** What it comes to, or why that cannot be told; empty where nothing is owed or it was asked for already. */
    Optional<Outcome> outcome() {
        Invoice invoice = late.invoice();
        Optional<LocalDate> last = late.term().lastDayFor(invoice, late.terms().calendar());
        if (last.isEmpty()) {
            return Optional.of(late.notCheckable(late.term().missing(invoice)));
        }
        if (!late.paidOn().isAfter(late.graceEnd(last.get()))
                || LatePaymentCheck.isDisputed(invoice, dossier)
                || isBilled(invoice)
                || isForgone(invoice)) {
            return Optional.empty();
        }
        Optional<LateFee> fee = LateFee.of(late.interest());
        return fee.isEmpty()
                ? Optional.of(late.notCheckable("what each late payment costs, in a form that can be computed"))
                : entry(fee.get());
    }

    /** What it comes to, whether it was asked for or not; empty where nothing is owed. */
    Optional<Outcome> entry(LateFee fee) {
        Money sum = Money.of(late.invoice().currency(), late.invoice().dueOn(late.paidOn()));
        List<ContractEvent> reminders = fee.each() == LateFee.Each.REMINDER ? reminders() : List.of();
        long times = fee.times(late.dueOn(), late.paidOn(), reminders.size());
        boolean known = fee.sum() == null || fee.sum().getCurrencyUnit().equals(sum.getCurrencyUnit());
        if (times == 0 || !known || !fee.on(sum, times).isPositive()) {
            return Optional.empty();
        }
        boolean owed = late.invoice().direction() == Direction.RECEIVED;
        List<String> rows = new ArrayList<>(late.invoice().rows());
        reminders.forEach(event -> rows.add(event.kind().label() + ":" + event.id()));
        List<Derivation> steps = new ArrayList<>();
        LocalDate start = late.term().startOf(late.invoice()).orElseThrow();
        LocalDate end =
                late.term().dueOn(late.invoice(), late.terms().calendar()).orElseThrow();
        steps.add(late.term().dueDate(late.invoice(), start, end));
        steps.addAll(fee.workings(sum, late.dueOn(), late.paidOn(), times));
        return Optional.of(new LedgerEntry(
                LatePaymentCheck.NAME,
                owed ? LeakageClass.EXPOSURE : LeakageClass.UNDER_BILLING,
                "Invoice " + late.invoice().number() + " was paid late: the charge for that can be asked "
                        + (owed ? "of us" : "for and was not"),
                new Period(late.dueOn(), late.paidOn()),
                fee.on(sum, times),
                late.rests(),
                rows,
                steps,
                null,
                0.9));
    }

    private boolean isBilled(Invoice invoice) {
        return Stream.concat(
                        dossier.facts().invoiceLines().stream()
                                .filter(line -> !line.invoice().equals(invoice.number()))
                                .map(line -> line.description()),
                        dossier.facts().claims().stream().map(claim -> claim.subject()))
                .anyMatch(text ->
                        text.contains(invoice.number()) && FEE.matcher(text).find());
    }

    /** Whether it could only be added to the next invoice, and that came without it. */
    private boolean isForgone(Invoice invoice) {
        return late.interest().findInItsClauses(NEXT_INVOICE).isPresent()
                && dossier.facts().invoiceLines().stream()
                        .anyMatch(line -> line.direction() == invoice.direction()
                                && line.invoiceDate().isAfter(late.dueOn()));
    }

    private List<ContractEvent> reminders() {
        return dossier.facts().events().stream()
                .filter(event ->
                        REMINDER.matcher(event.event() + " " + event.subject()).find())
                .filter(event -> (event.reference() + " " + event.subject() + " " + event.note())
                        .contains(late.invoice().number()))
                .filter(event ->
                        event.date().isAfter(late.dueOn()) && !event.date().isAfter(late.paidOn()))
                .toList();
    }

    /** What one late payment costs, interest and sum, is one matter where both are known. */
    static List<Outcome> together(List<Outcome> costs) {
        List<LedgerEntry> entries = costs.stream()
                .filter(LedgerEntry.class::isInstance)
                .map(LedgerEntry.class::cast)
                .toList();
        if (entries.size() < 2) {
            return costs;
        }
        LedgerEntry interest = entries.get(0);
        LedgerEntry fee = entries.get(1);
        Money all = interest.amount().plus(fee.amount());
        List<Derivation> steps = new ArrayList<>(interest.workings());
        steps.addAll(fee.workings());
        steps.add(new Derivation(
                Operation.SUM,
                List.of(
                        new Input("interest", interest.amount().toString(), null),
                        new Input("late payment charge", fee.amount().toString(), null)),
                all.toString()));
        List<Finding> rests = Stream.concat(interest.rests().stream(), fee.rests().stream())
                .distinct()
                .toList();
        List<String> rows = Stream.concat(interest.rows().stream(), fee.rows().stream())
                .distinct()
                .toList();
        return List.of(new LedgerEntry(
                LatePaymentCheck.NAME,
                interest.leakage(),
                interest.title().replace("late: interest can", "late: interest and a charge can"),
                interest.period(),
                all,
                rests,
                rows,
                steps,
                null,
                fee.confidence()));
    }
}
