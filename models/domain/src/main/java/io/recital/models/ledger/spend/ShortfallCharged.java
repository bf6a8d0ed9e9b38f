package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.invoice.Overcharge;
import io.recital.models.ledger.invoice.OverpaymentClaims;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A shortfall that was invoiced: whether the invoice asks for what is due. */
final class ShortfallCharged {
    private ShortfallCharged() {}

    /**
     * Too much is an overpayment of the buyer and an exposure of the seller; too little was not billed by the seller.
     *
     * @param due empty where nothing is missing
     */
    static Optional<Outcome> judge(
            Dossier dossier,
            Minimums.Due minimum,
            Shortfall shortfall,
            Optional<ShortfallPrice> due,
            List<InvoiceLine> lines) {
        CurrencyUnit currency = lines.get(0).currency();
        if (due.isPresent() && !due.get().amount().getCurrencyUnit().equals(currency)) {
            return Optional.empty();
        }
        Money charged =
                Money.of(currency, lines.stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add));
        Money right = due.map(ShortfallPrice::amount).orElse(Money.zero(currency));
        Money over = charged.minus(right);
        if (over.isZero() || (over.isNegative() && !dossier.isOfASeller())) {
            return Optional.empty();
        }
        List<Derivation> steps = steps(minimum, shortfall, due, lines.get(0), charged, right);
        return over.isPositive() && !dossier.isOfASeller()
                ? overpaid(dossier, minimum, shortfall, due, lines.get(0), over, steps)
                : Optional.of(ofTheSeller(minimum, shortfall, due, lines, over, steps));
    }

    private static List<Derivation> steps(
            Minimums.Due minimum,
            Shortfall shortfall,
            Optional<ShortfallPrice> due,
            InvoiceLine line,
            Money charged,
            Money right) {
        List<Derivation> steps = new ArrayList<>(shortfall.steps());
        if (shortfall.missing().signum() > 0) {
            steps.add(shortfall.difference(minimum.commitment()));
        }
        due.ifPresent(price -> steps.addAll(price.steps()));
        Input invoiced = Input.of(
                "charged, " + line.invoice(),
                charged.toString(),
                new FactCell(line.kind().label(), line.id(), "net"));
        Input owed = new Input("due", right.toString(), null);
        boolean tooMuch = charged.isGreaterThan(right);
        steps.add(new Derivation(
                Operation.DIFFERENCE,
                tooMuch ? List.of(invoiced, owed) : List.of(owed, invoiced),
                (tooMuch ? charged.minus(right) : right.minus(charged)).toString()));
        return steps;
    }

    private static Optional<Outcome> overpaid(
            Dossier dossier,
            Minimums.Due minimum,
            Shortfall shortfall,
            Optional<ShortfallPrice> due,
            InvoiceLine line,
            Money over,
            List<Derivation> steps) {
        Overcharge overcharge =
                new Overcharge(line, over.getAmount(), rests(minimum, due), rows(shortfall, due), steps, 0.85);
        return OverpaymentClaims.of(dossier)
                .overpayment(
                        MinimumCommitmentCheck.NAME,
                        Part.PRICE,
                        "What is missing of the minimum of " + minimum.year() + " was charged too high",
                        List.of(overcharge))
                .map(entry -> entry);
    }

    private static LedgerEntry ofTheSeller(
            Minimums.Due minimum,
            Shortfall shortfall,
            Optional<ShortfallPrice> due,
            List<InvoiceLine> lines,
            Money over,
            List<Derivation> steps) {
        Stream<String> charged = lines.stream().map(line -> line.kind().label() + ":" + line.id());
        return new LedgerEntry(
                MinimumCommitmentCheck.NAME,
                over.isPositive() ? LeakageClass.EXPOSURE : LeakageClass.UNDER_BILLING,
                "What is missing of the minimum of " + minimum.year() + " was charged too "
                        + (over.isPositive() ? "high" : "low"),
                minimum.year(),
                over.abs(),
                rests(minimum, due),
                Stream.concat(charged, rows(shortfall, due).stream()).toList(),
                steps,
                over.isPositive()
                        ? null
                        : Lapse.of(minimum.commitment().term(), minimum.year()).orElse(null),
                0.85);
    }

    private static List<Finding> rests(Minimums.Due minimum, Optional<ShortfallPrice> due) {
        return Stream.concat(
                        minimum.commitment().term().rests().stream(),
                        due.stream().flatMap(price -> price.rests().stream()))
                .distinct()
                .toList();
    }

    private static List<String> rows(Shortfall shortfall, Optional<ShortfallPrice> due) {
        return Stream.concat(shortfall.rows().stream(), due.stream().flatMap(price -> price.rows().stream()))
                .distinct()
                .toList();
    }
}
