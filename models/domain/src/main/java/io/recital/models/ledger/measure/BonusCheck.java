package io.recital.models.ledger.measure;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
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
import io.recital.models.ledger.lever.Levers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Bonuses for doing better than promised: one that was invoiced without being earned is an overpayment, one that was earned
 * and not invoiced an exposure of the tenant that buys and was not billed by the one that sells.
 */
public final class BonusCheck implements Check {
    static final String NAME = "performance-bonus";

    @Override
    public List<Outcome> run(Dossier dossier) {
        boolean stated = new Levers(dossier.family())
                .everStated(LeverType.GAIN_OR_REVENUE_SHARE)
                .anyMatch(term -> BonusTerm.of(term).isPresent());
        if (!stated) {
            return List.of();
        }
        List<Outcome> outcomes = new ArrayList<>();
        List<InvoiceLine> lines = lines(dossier);
        Set<InvoiceLine> used = new LinkedHashSet<>();
        for (BonusDue due : dues(dossier)) {
            List<InvoiceLine> own =
                    lines.stream().filter(line -> isOf(line, due)).toList();
            used.addAll(own);
            judge(due, own, dossier).ifPresent(outcomes::add);
        }
        lines.stream().filter(line -> !used.contains(line)).forEach(line -> outcomes.add(unknown(line)));
        return outcomes;
    }

    private record Time(String contract, Period period) {}

    /** The bonuses of each contract and period of which a measure was taken that one is about. */
    private static List<BonusDue> dues(Dossier dossier) {
        Map<Time, List<MeasureResult>> times = new LinkedHashMap<>();
        MeasureResults.of(dossier).stream()
                .filter(result -> !CreditPeriod.isEvent(result) && result.state() != MeasureResult.State.PRELIMINARY)
                .forEach(result -> times.computeIfAbsent(
                                new Time(result.contract(), result.period()), time -> new ArrayList<>())
                        .add(result));
        Levers levers = new Levers(dossier.family());
        List<BonusDue> dues = new ArrayList<>();
        times.forEach((time, results) -> {
            List<BonusTerm> terms = levers.inForce(
                            LeverType.GAIN_OR_REVENUE_SHARE, time.period.to(), Set.of(time.contract))
                    .flatMap(term -> BonusTerm.of(term).stream())
                    .toList();
            dues.add(new BonusDue(dossier, time.contract, time.period, results).of(terms));
        });
        return dues.stream().filter(BonusDue::applies).toList();
    }

    private static List<InvoiceLine> lines(Dossier dossier) {
        Direction direction = dossier.isOfASeller() ? Direction.ISSUED : Direction.RECEIVED;
        return dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == direction && line.net().signum() > 0)
                .filter(line -> BonusTerm.isNamedIn(line.description()))
                .toList();
    }

    private static Optional<Period> periodOf(InvoiceLine line) {
        return CalendarWords.findPeriod(line.description()).or(() -> Optional.ofNullable(line.service()));
    }

    private static boolean isOf(InvoiceLine line, BonusDue due) {
        boolean sameContract =
                line.contract().startsWith(due.contract()) || due.contract().startsWith(line.contract());
        return sameContract
                && periodOf(line)
                        .filter(period -> due.period().holds(period.from())
                                && due.period().holds(period.to()))
                        .isPresent();
    }

    private static Optional<Outcome> judge(BonusDue due, List<InvoiceLine> lines, Dossier dossier) {
        if (!due.missing().isEmpty()) {
            return Optional.of(new NotCheckable(
                    NAME,
                    "The bonus for " + due.quoted() + " in " + due.period() + " cannot be told",
                    due.missing(),
                    due.rests()));
        }
        CurrencyUnit currency = due.money()
                .map(Money::getCurrencyUnit)
                .orElseGet(
                        () -> lines.isEmpty() ? CurrencyUnit.EUR : lines.get(0).currency());
        Money earned = due.money().orElse(Money.zero(currency));
        if (lines.stream().anyMatch(line -> !line.currency().equals(currency))) {
            return Optional.of(new NotCheckable(
                    NAME,
                    "The bonus for " + due.quoted() + " in " + due.period() + " was invoiced in another currency",
                    "the bonus in the currency of the contract",
                    due.rests()));
        }
        Money invoiced =
                lines.stream().map(line -> Money.of(currency, line.net())).reduce(Money.zero(currency), Money::plus);
        return invoiced.isGreaterThan(earned)
                ? tooMuch(due, earned, lines, dossier)
                : earned.isGreaterThan(invoiced) ? open(due, earned, invoiced, lines, dossier) : Optional.empty();
    }

    /** More was invoiced than was earned: of the lines the last are in excess. */
    private static Optional<Outcome> tooMuch(BonusDue due, Money earned, List<InvoiceLine> lines, Dossier dossier) {
        BigDecimal left = earned.getAmount();
        List<Overcharge> excess = new ArrayList<>();
        for (InvoiceLine line : lines) {
            BigDecimal right = line.net().min(left);
            left = left.subtract(right);
            if (line.net().compareTo(right) > 0) {
                excess.add(overcharge(line, right, due));
            }
        }
        String title = "A bonus was invoiced for " + due.period() + " that " + due.quoted() + " did not earn"
                + (earned.isPositive() ? " in full" : "");
        if (!dossier.isOfASeller()) {
            return OverpaymentClaims.of(dossier)
                    .overpayment(NAME, earned.isPositive() ? Claimed.Part.PRICE : Claimed.Part.WHOLE, title, excess)
                    .map(Outcome.class::cast);
        }
        Money sum = excess.stream()
                .map(each -> Money.of(earned.getCurrencyUnit(), each.excess()))
                .reduce(Money.zero(earned.getCurrencyUnit()), Money::plus)
                .minus(credited(due, earned.getCurrencyUnit(), dossier));
        List<Derivation> workings =
                excess.stream().flatMap(each -> each.workings().stream()).toList();
        return sum.isPositive()
                ? Optional.of(entry(due, LeakageClass.EXPOSURE, title, sum, workings, lines))
                : Optional.empty();
    }

    private static Money credited(BonusDue due, CurrencyUnit currency, Dossier dossier) {
        return dossier.facts().creditNotes().stream()
                .filter(note -> note.currency().equals(currency) && BonusTerm.isNamedIn(note.description()))
                .filter(note -> CalendarWords.findPeriod(note.description())
                        .or(() -> Optional.ofNullable(note.period()))
                        .filter(due.period()::overlaps)
                        .isPresent())
                .map(CreditNote::net)
                .map(net -> Money.of(currency, net))
                .reduce(Money.zero(currency), Money::plus);
    }

    private static Overcharge overcharge(InvoiceLine line, BigDecimal right, BonusDue due) {
        Money excess = Money.of(line.currency(), line.net().subtract(right));
        List<Derivation> steps = new ArrayList<>(due.workings());
        steps.add(new Derivation(
                Operation.DIFFERENCE,
                List.of(
                        Input.of(
                                line.description(),
                                line.currency().getCode() + " " + line.net().toPlainString(),
                                new FactCell(FactKind.INVOICE_LINE.label(), line.id(), "net")),
                        new Input(
                                "bonus earned", Money.of(line.currency(), right).toString(), null)),
                excess.toString()));
        return new Overcharge(line, excess.getAmount(), due.rests(), due.rows(), steps, due.confidence());
    }

    /** Earned and not invoiced: whoever pays may still be asked for it. */
    private static Optional<Outcome> open(
            BonusDue due, Money earned, Money invoiced, List<InvoiceLine> lines, Dossier dossier) {
        Money open = earned.minus(invoiced);
        if (lines.isEmpty() && isInvoicedByAnotherName(earned, due, dossier)) {
            return Optional.empty();
        }
        List<Derivation> workings = new ArrayList<>(due.workings());
        if (!invoiced.isZero()) {
            workings.add(new Derivation(
                    Operation.DIFFERENCE,
                    List.of(
                            new Input("bonus earned", earned.toString(), null),
                            new Input("invoiced", invoiced.toString(), null)),
                    open.toString()));
        }
        return Optional.of(entry(
                due,
                dossier.isOfASeller() ? LeakageClass.UNDER_BILLING : LeakageClass.EXPOSURE,
                "The bonus that " + due.quoted() + " earned in " + due.period() + " has not been invoiced"
                        + (invoiced.isZero() ? "" : " in full"),
                open,
                workings,
                lines));
    }

    /** Whether a line of just that sum came in the period or after it that is no other charge of the contract. */
    private static boolean isInvoicedByAnotherName(Money earned, BonusDue due, Dossier dossier) {
        return dossier.facts().invoiceLines().stream()
                .filter(line -> line.currency().equals(earned.getCurrencyUnit())
                        && !line.invoiceDate().isBefore(due.period().from()))
                .anyMatch(line -> line.net().compareTo(earned.getAmount()) == 0);
    }

    private static LedgerEntry entry(
            BonusDue due,
            LeakageClass leakage,
            String title,
            Money amount,
            List<Derivation> workings,
            List<InvoiceLine> lines) {
        return new LedgerEntry(
                NAME,
                leakage,
                title,
                due.period(),
                amount,
                due.rests(),
                Stream.concat(
                                due.rows().stream(),
                                lines.stream().map(line -> FactKind.INVOICE_LINE.label() + ":" + line.id()))
                        .distinct()
                        .toList(),
                workings,
                null,
                due.confidence());
    }

    private static NotCheckable unknown(InvoiceLine line) {
        return new NotCheckable(
                NAME,
                "A bonus was invoiced in " + line.invoice(),
                "the measurements by which it was earned"
                        + periodOf(line).map(period -> ", for " + period).orElse(""),
                List.of());
    }
}
