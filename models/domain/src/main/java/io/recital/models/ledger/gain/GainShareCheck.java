package io.recital.models.ledger.gain;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.Claim;
import io.recital.models.fact.CreditNote;
import io.recital.models.fact.Direction;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.LeverType;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.invoice.Overcharge;
import io.recital.models.ledger.invoice.OverpaymentClaims;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.Levers;
import io.recital.models.ledger.measure.CalendarWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Shares of savings and of what was overspent, by the agreed baseline and the verified figures of a period, held against what was
 * invoiced or credited. Where the baseline or the verification is missing, it is not checkable.
 */
public final class GainShareCheck implements Check {
    static final String NAME = "gain-share";
    private static final Pattern SHARE = Pattern.compile(
            "\\b(?:gain|pain|savings?)[\\s-]?(?:share|sharing)\\b|\\bshare\\s+(?:of|in)\\s+(?:the\\s+)?(?:verified\\s+)?(?:savings?|overruns?|overspend|target\\s+cost)|\\bshared\\s+savings?\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REFUSED = Pattern.compile("reject|refus|declin|withdraw|cancel");

    @Override
    public List<Outcome> run(Dossier dossier) {
        List<LeverTerm> stated = new Levers(dossier.family())
                .everStated(LeverType.GAIN_OR_REVENUE_SHARE)
                .filter(term -> GainShareTerm.of(term).isPresent())
                .toList();
        if (stated.isEmpty()) {
            return List.of();
        }
        List<Outcome> outcomes = new ArrayList<>();
        Set<String> contracts = new LinkedHashSet<>();
        dossier.facts().measurements().forEach(row -> contracts.add(row.contract()));
        for (String contract : contracts) {
            for (Period period : VerifiedSaving.periods(dossier, contract)) {
                terms(dossier, contract, period)
                        .forEach(term -> GainShareDue.of(term, VerifiedSaving.of(dossier, contract, period, term))
                                .flatMap(due -> outcome(due, contract, dossier))
                                .ifPresent(outcomes::add));
            }
        }
        boolean reported = contracts.stream()
                .anyMatch(contract -> !VerifiedSaving.periods(dossier, contract).isEmpty());
        return reported ? outcomes : List.of(unreported(stated));
    }

    private static List<GainShareTerm> terms(Dossier dossier, String contract, Period period) {
        return new Levers(dossier.family())
                .inForce(LeverType.GAIN_OR_REVENUE_SHARE, period.to(), Set.of(contract))
                .flatMap(term -> GainShareTerm.of(term).stream())
                .toList();
    }

    private static NotCheckable unreported(List<LeverTerm> stated) {
        return new NotCheckable(
                NAME,
                "What is shared of savings cannot be told",
                "the baseline that both sides agreed to and the verified savings, as measurements in money",
                stated.stream()
                        .flatMap(term -> term.rests().stream())
                        .distinct()
                        .toList());
    }

    private static Optional<Outcome> outcome(GainShareDue due, String contract, Dossier dossier) {
        Money amount = due.amount();
        if (amount == null) {
            return Optional.of(new NotCheckable(
                    NAME,
                    "The share of the savings of " + due.period() + " under " + contract + " cannot be told",
                    due.missing(),
                    due.rests()));
        }
        boolean toUs = (due.flow() == GainShareTerm.Flow.TO_PERFORMER) == dossier.isOfASeller();
        // who performs sends invoices; who pays for the work is given credits
        return due.flow() == GainShareTerm.Flow.TO_PERFORMER
                ? invoiced(due, amount, contract, toUs, dossier)
                : credited(due, amount, contract, toUs, dossier);
    }

    private static Optional<Outcome> invoiced(
            GainShareDue due, Money amount, String contract, boolean toUs, Dossier dossier) {
        Direction direction = dossier.isOfASeller() ? Direction.ISSUED : Direction.RECEIVED;
        List<InvoiceLine> lines = dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == direction && line.net().signum() > 0)
                .filter(line -> line.currency().equals(amount.getCurrencyUnit()))
                .filter(line -> line.contract().startsWith(contract) || contract.startsWith(line.contract()))
                .filter(line -> isFor(due, line.description(), line.service()))
                .toList();
        Money invoiced = lines.stream()
                .map(line -> Money.of(amount.getCurrencyUnit(), line.net()))
                .reduce(Money.zero(amount.getCurrencyUnit()), Money::plus);
        List<String> rows = lines.stream()
                .map(line -> FactKind.INVOICE_LINE.label() + ":" + line.id())
                .toList();
        if (invoiced.isGreaterThan(amount)) {
            return toUs
                    ? entry(due, LeakageClass.EXPOSURE, "was invoiced too high", invoiced, amount, rows)
                    : overpaid(due, amount, lines, dossier);
        }
        return entry(
                due,
                toUs ? LeakageClass.UNDER_BILLING : LeakageClass.EXPOSURE,
                "has not been invoiced" + (invoiced.isZero() ? "" : " in full"),
                amount,
                invoiced,
                rows);
    }

    private static Optional<Outcome> overpaid(
            GainShareDue due, Money amount, List<InvoiceLine> lines, Dossier dossier) {
        BigDecimal left = amount.getAmount();
        List<Overcharge> excess = new ArrayList<>();
        for (InvoiceLine line : lines) {
            BigDecimal right = line.net().min(left);
            left = left.subtract(right);
            if (line.net().compareTo(right) > 0) {
                Money over = Money.of(line.currency(), line.net().subtract(right));
                List<Derivation> steps = new ArrayList<>(due.workings());
                steps.add(new Derivation(
                        Operation.DIFFERENCE,
                        List.of(
                                Input.of(
                                        line.description(),
                                        Money.of(line.currency(), line.net()).toString(),
                                        new FactCell(FactKind.INVOICE_LINE.label(), line.id(), "net")),
                                new Input(
                                        "share due",
                                        Money.of(line.currency(), right).toString(),
                                        null)),
                        over.toString()));
                excess.add(new Overcharge(line, over.getAmount(), due.rests(), due.rows(), steps, 0.85));
            }
        }
        return OverpaymentClaims.of(dossier)
                .overpayment(NAME, Claimed.Part.PRICE, title(due, "was invoiced too high"), excess)
                .map(Outcome.class::cast);
    }

    private static Optional<Outcome> credited(
            GainShareDue due, Money amount, String contract, boolean toUs, Dossier dossier) {
        List<String> rows = new ArrayList<>();
        Money given = Money.zero(amount.getCurrencyUnit());
        for (CreditNote note : dossier.facts().creditNotes()) {
            if (note.currency().equals(amount.getCurrencyUnit()) && isFor(due, note.description(), note.period())) {
                given = given.plus(Money.of(amount.getCurrencyUnit(), note.net()));
                rows.add(FactKind.CREDIT_NOTE.label() + ":" + note.id());
            }
        }
        Money claimed = Money.zero(amount.getCurrencyUnit());
        for (Claim claim : dossier.facts().claims()) {
            boolean open =
                    !REFUSED.matcher(claim.status().toLowerCase(Locale.ROOT)).find();
            boolean same = claim.contract().startsWith(contract) || contract.startsWith(claim.contract());
            if (toUs
                    && open
                    && same
                    && claim.currency().equals(amount.getCurrencyUnit())
                    && isFor(due, claim.subject(), claim.period())) {
                claimed = claimed.plus(Money.of(amount.getCurrencyUnit(), claim.amount()));
                rows.add(FactKind.CLAIM.label() + ":" + claim.id());
            }
        }
        return entry(
                due,
                toUs ? LeakageClass.UNCLAIMED_ENTITLEMENT : LeakageClass.EXPOSURE,
                toUs ? "has not been claimed" : "has not been credited",
                amount,
                given.isGreaterThan(claimed) ? given : claimed,
                rows);
    }

    /** Whether words are of a share, and of the period: by name, by the days of the row, or where neither is told. */
    private static boolean isFor(GainShareDue due, String words, @Nullable Period stated) {
        return SHARE.matcher(words).find()
                && CalendarWords.findPeriod(words)
                        .or(() -> Optional.ofNullable(stated))
                        .map(due.period()::overlaps)
                        .orElse(true);
    }

    private static String title(GainShareDue due, String what) {
        return "The share of what was " + (due.saved() ? "saved" : "overspent") + " in " + due.period() + " " + what;
    }

    private static Optional<Outcome> entry(
            GainShareDue due, LeakageClass leakage, String what, Money owed, Money settled, List<String> rows) {
        Money open = owed.minus(settled);
        if (!open.isPositive()) {
            return Optional.empty();
        }
        List<Derivation> workings = new ArrayList<>(due.workings());
        if (!settled.isZero()) {
            workings.add(new Derivation(
                    Operation.DIFFERENCE,
                    List.of(new Input("share", owed.toString(), null), new Input("settled", settled.toString(), null)),
                    open.toString()));
        }
        return Optional.of(new LedgerEntry(
                NAME,
                leakage,
                title(due, what),
                due.period(),
                open,
                due.rests(),
                Stream.concat(due.rows().stream(), rows.stream()).distinct().toList(),
                workings,
                null,
                0.85));
    }
}
