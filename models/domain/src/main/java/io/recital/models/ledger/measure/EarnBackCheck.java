package io.recital.models.ledger.measure;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.Direction;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.measure.MeasureResult.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.Money;

/** Credits that a supplier charged back as earned although a month that had to be met was missed. */
public final class EarnBackCheck implements Check {
    private static final String NAME = "service-credit";
    private static final Pattern EARNED = Pattern.compile("\\bearn(?:ed)?[\\s-]?back\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Outcome> run(Dossier dossier) {
        List<InvoiceLine> lines = dossier.facts().invoiceLines().stream()
                .filter(line ->
                        line.direction() == Direction.RECEIVED && line.net().signum() > 0)
                .filter(line -> EARNED.matcher(line.description()).find())
                .toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        List<MeasureResult> results = MeasureResults.of(dossier);
        List<Outcome> outcomes = new ArrayList<>();
        lines.forEach(line -> check(line, results).ifPresent(outcomes::add));
        return outcomes;
    }

    private static Optional<Outcome> check(InvoiceLine line, List<MeasureResult> results) {
        Optional<Period> month =
                CalendarWords.findPeriod(line.description()).or(() -> Optional.ofNullable(line.service()));
        List<MeasureResult> missed = results.stream()
                .filter(result -> result.isMissed()
                        && month.filter(result.period()::equals).isPresent())
                .filter(result -> EarnBack.of(result.measure()).isPresent())
                .toList();
        if (missed.size() != 1) {
            return Optional.of(new NotCheckable(
                    NAME,
                    "A credit was charged back in invoice " + line.invoice(),
                    "which miss the credit was for",
                    List.of()));
        }
        return judge(line, missed.get(0), EarnBack.of(missed.get(0).measure()).orElseThrow(), results);
    }

    private static Optional<Outcome> judge(
            InvoiceLine line, MeasureResult missed, EarnBack rule, List<MeasureResult> results) {
        List<MeasureResult> after = results.stream()
                .filter(result -> result.series().equals(missed.series())
                        && rule.monthsAfter(missed.period()).contains(result.period()))
                .toList();
        Optional<MeasureResult> again =
                after.stream().filter(MeasureResult::isMissed).findFirst();
        if (again.isPresent()) {
            return line.paidOn() == null ? Optional.empty() : Optional.of(entry(line, again.get()));
        }
        boolean allMet =
                after.size() == rule.months() && after.stream().allMatch(result -> result.state() == State.MET);
        return allMet
                ? Optional.empty()
                : Optional.of(new NotCheckable(
                        NAME,
                        "The credit of " + missed.period() + " was charged back",
                        "the results of “" + missed.measure().name() + "” in the months that follow",
                        missed.measure().findings()));
    }

    private static LedgerEntry entry(InvoiceLine line, MeasureResult again) {
        Money amount = Money.of(line.currency(), line.net());
        List<Derivation> workings = new ArrayList<>(again.workings());
        workings.add(new Derivation(
                Operation.SUM,
                List.of(Input.of(
                        line.description() + ", not earned",
                        amount.toString(),
                        new FactCell(FactKind.INVOICE_LINE.label(), line.id(), "net"))),
                amount.toString()));
        List<String> rows = new ArrayList<>(List.of(FactKind.INVOICE_LINE.label() + ":" + line.id()));
        rows.addAll(again.rows());
        List<Finding> rests = again.measure().findings();
        return new LedgerEntry(
                NAME,
                LeakageClass.RECOVERABLE_OVERPAYMENT,
                "A credit was charged back as earned, although “"
                        + again.measure().name() + "” was missed in " + again.period(),
                again.period(),
                amount,
                rests,
                rows,
                workings,
                null,
                again.confidence());
    }
}
