package io.recital.models.ledger.milestone;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.IndexValue;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.Milestone;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InOrder;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Milestones that were invoiced before they were accepted, where the contract lets them be invoiced only then. */
public final class EarlyBillingCheck implements Check {
    /** The check's name. */
    public static final String NAME = "early-billing";

    private static final Pattern INVOICE =
            Pattern.compile("\\binvoic|\\bbill(?:s|ed|ing)?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCEPTED = Pattern.compile("\\baccept", Pattern.CASE_INSENSITIVE);
    private static final Pattern MILESTONE =
            Pattern.compile("milestone|deliverable|\\bstage\\b|\\bphase\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIRST = Pattern.compile(
            "only\\s+(?:after|when|once|upon|if)|\\bnot\\b.*\\b(?:before|until)\\b|(?:when|once|after)\\s+(?:\\w+\\s+){1,4}accept",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final double CONFIDENCE = 0.9;

    @Override
    public List<Outcome> run(Dossier dossier) {
        List<Outcome> outcomes = new ArrayList<>();
        for (MilestoneCourse course : Milestones.of(dossier)) {
            course.scope()
                    .saying(INVOICE, ACCEPTED, MILESTONE, FIRST)
                    .filter(term -> !(term.content() instanceof Milestone))
                    .findFirst()
                    .ifPresent(rule -> course.invoices().stream()
                            .filter(line -> line.net().signum() > 0)
                            .flatMap(line -> judge(dossier, course, rule, line).stream())
                            .forEach(outcomes::add));
        }
        return outcomes;
    }

    /** Milestones that were invoiced when they had been accepted. */
    @Override
    public List<InOrder> listInOrder(Dossier dossier) {
        List<InOrder> all = new ArrayList<>();
        for (MilestoneCourse course : Milestones.of(dossier)) {
            Optional<Dated> accepted = course.findAccepted(dossier.asOf());
            if (accepted.isPresent()) {
                course.invoices().stream()
                        .filter(line -> line.net().signum() > 0
                                && !line.invoiceDate().isBefore(accepted.get().day()))
                        .map(line -> inOrder(course, line, accepted.get()))
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static InOrder inOrder(MilestoneCourse course, InvoiceLine line, Dated accepted) {
        Input invoiced = Input.of(
                "invoiced",
                line.invoiceDate().toString(),
                new FactCell(FactKind.INVOICE_LINE.label(), line.id(), "invoice_date"));
        return new InOrder(
                NAME,
                course.name() + " was accepted, or taken to be, on " + accepted.day() + " and invoiced on "
                        + line.invoiceDate(),
                new Period(accepted.day(), line.invoiceDate()),
                "",
                List.of(course.milestone().finding()),
                List.of(Milestones.key(line), accepted.key()),
                List.of(new Derivation(
                        Operation.DAYS_BETWEEN,
                        List.of(accepted.input("accepted"), invoiced),
                        line.invoiceDate().toEpochDay() - accepted.day().toEpochDay() + " days")));
    }

    private static Optional<Outcome> judge(
            Dossier dossier, MilestoneCourse course, Governed<FindingContent> rule, InvoiceLine line) {
        Optional<Dated> accepted = course.findAccepted(dossier.asOf());
        if (accepted.isEmpty()) {
            return neverAccepted(dossier, course, rule, line);
        }
        LocalDate paidOn = line.paidOn();
        boolean early = line.invoiceDate().isBefore(accepted.get().day())
                && paidOn != null
                && paidOn.isBefore(accepted.get().day());
        return early
                ? EarlyInterest.of(course.scope())
                        .flatMap(interest -> interest(dossier, course, interest, line, accepted.get()))
                : Optional.empty();
    }

    private static Optional<Outcome> interest(
            Dossier dossier, MilestoneCourse course, EarlyInterest interest, InvoiceLine line, Dated accepted) {
        LocalDate paidOn = line.paidOn();
        BigDecimal paid = interest.paidFor(line).orElse(null);
        if (paidOn == null || paid == null) {
            return Optional.empty();
        }
        @Nullable IndexValue base = interest.findBase(dossier.facts(), paidOn).orElse(null);
        List<Finding> rests = Stream.of(
                        interest.duty(), interest.rule(), course.milestone().finding())
                .distinct()
                .toList();
        if (base == null && interest.index() != null) {
            return Optional.of(new NotCheckable(
                    NAME,
                    "Interest on the early payment of " + course.name(),
                    "the published rate of " + paidOn.getMonth() + " " + paidOn.getYear(),
                    rests));
        }
        List<Derivation> workings = interest.workings(line, accepted, paid, paidOn, base);
        Money amount = Money.of(
                line.currency(),
                new BigDecimal(workings.get(workings.size() - 1).result()));
        List<String> rows = new ArrayList<>(List.of(Milestones.key(line), accepted.key()));
        if (base != null) {
            rows.add(Milestones.key(base));
        }
        return amount.isPositive()
                ? Optional.of(new LedgerEntry(
                        NAME,
                        dossier.isOfASeller() ? LeakageClass.EXPOSURE : LeakageClass.UNCLAIMED_ENTITLEMENT,
                        course.name() + " was invoiced and paid before it was accepted: interest is owed",
                        new Period(paidOn, accepted.day()),
                        amount,
                        rests,
                        rows,
                        workings,
                        null,
                        CONFIDENCE))
                : Optional.empty();
    }

    /** Of what nobody accepted only a feed that records acceptances can tell. */
    private static Optional<Outcome> neverAccepted(
            Dossier dossier, MilestoneCourse course, Governed<FindingContent> rule, InvoiceLine line) {
        List<Finding> rests = List.of(rule.finding(), course.milestone().finding());
        if (!Milestones.recordsBefore(dossier, line.invoiceDate(), MilestoneStep.ACCEPTED)) {
            return Optional.of(new NotCheckable(
                    NAME,
                    "Invoice for " + course.name(),
                    "whether and when " + course.name() + " was accepted",
                    rests));
        }
        Period period = new Period(line.invoiceDate(), dossier.asOf());
        List<String> rows = List.of(Milestones.key(line));
        if (line.paidOn() != null) {
            return Optional.of(new Breach(
                    NAME, course.name() + " was invoiced and paid, and nobody has accepted it", period, rests, rows));
        }
        BigDecimal net = line.net().setScale(line.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
        Input given = Input.of(
                "invoiced without tax",
                net.toPlainString(),
                new FactCell(FactKind.INVOICE_LINE.label(), line.id(), "net"));
        return Optional.of(new LedgerEntry(
                NAME,
                dossier.isOfASeller() ? LeakageClass.UNEARNED_ACCRUAL : LeakageClass.EXPOSURE,
                course.name() + " was invoiced, and nobody has accepted it: the invoice is not due",
                period,
                Money.of(line.currency(), net),
                rests,
                rows,
                List.of(new Derivation(Operation.SUM, List.of(given), net.toPlainString())),
                null,
                CONFIDENCE));
    }
}
