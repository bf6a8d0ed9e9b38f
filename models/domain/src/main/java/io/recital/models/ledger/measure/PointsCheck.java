package io.recital.models.ledger.measure;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;

/** Points that misses bring month by month, and what may be deducted or done once enough of them are valid. */
public final class PointsCheck implements Check {
    private static final String NAME = "kpi-credit";

    @Override
    public List<Outcome> run(Dossier dossier) {
        Map<String, TreeMap<YearMonth, List<MeasureResult>>> byContract = new LinkedHashMap<>();
        for (MeasureResult result : MeasureResults.of(dossier)) {
            byContract
                    .computeIfAbsent(result.contract(), contract -> new TreeMap<>())
                    .computeIfAbsent(YearMonth.from(result.period().from()), month -> new ArrayList<>())
                    .add(result);
        }
        List<Outcome> outcomes = new ArrayList<>();
        byContract.forEach((contract, months) -> rules(dossier, contract, months)
                .forEach(rule -> outcomes.addAll(new Run(dossier, contract, rule).of(months))));
        return outcomes;
    }

    /** The stages that are in force in the last of the months. */
    private static List<PointsRule> rules(
            Dossier dossier, String contract, SortedMap<YearMonth, List<MeasureResult>> months) {
        return dossier.family().listInForce(Obligation.class, months.lastKey().atDay(1), contract).stream()
                .flatMap(right -> PointsRule.of(right).stream())
                .toList();
    }

    /** A miss and the points it brought. */
    private record Brought(YearMonth month, MeasureResult result, int points) {}

    /** One stage followed month by month. */
    private static final class Run {
        private final Dossier dossier;
        private final String contract;
        private final PointsRule rule;
        private final List<Brought> valid = new ArrayList<>();

        Run(Dossier dossier, String contract, PointsRule rule) {
            this.dossier = dossier;
            this.contract = contract;
            this.rule = rule;
        }

        List<Outcome> of(SortedMap<YearMonth, List<MeasureResult>> months) {
            List<Outcome> outcomes = new ArrayList<>();
            boolean reached = false;
            for (Map.Entry<YearMonth, List<MeasureResult>> month : months.entrySet()) {
                valid.removeIf(brought -> brought.month.isBefore(month.getKey().minusMonths(rule.months() - 1L)));
                month.getValue().stream()
                        .filter(this::isOfTheSameDocument)
                        .map(result -> new Brought(month.getKey(), result, rule.pointsOf(result)))
                        .filter(brought -> brought.points > 0)
                        .forEach(valid::add);
                boolean enough = valid.stream().mapToInt(Brought::points).sum() >= rule.threshold();
                if (enough && !reached) {
                    reached(month.getKey()).ifPresent(outcomes::add);
                    if (rule.usedUp()) {
                        valid.clear();
                        enough = false;
                    }
                }
                reached = enough;
            }
            return outcomes;
        }

        private boolean isOfTheSameDocument(MeasureResult result) {
            return result.measure()
                    .governed()
                    .member()
                    .contract()
                    .id()
                    .equals(rule.right().member().contract().id());
        }

        private Optional<Outcome> reached(YearMonth month) {
            Period period = Period.of(month);
            List<Derivation> workings = workings();
            if (rule.deduction().isEmpty()) {
                return Optional.of(new Breach(
                        NAME,
                        "Enough points for a right: " + rule.right().content().action(),
                        period,
                        rests(),
                        rows()));
            }
            Optional<FeeBase> base =
                    FeeBaseReader.ofCredits(rule.right().finding().citations());
            Optional<FeeLines> fees = base.flatMap(found -> InvoicedFee.find(found, contract, period, dossier));
            if (fees.isEmpty()) {
                return Optional.of(new NotCheckable(
                        NAME,
                        "The deduction for points of " + period + " cannot be computed",
                        "invoice lines for “" + base.map(FeeBase::name).orElse("what is deducted from") + "” of "
                                + period,
                        rests()));
            }
            return deduction(period, fees.get(), workings);
        }

        private Optional<Outcome> deduction(Period period, FeeLines fees, List<Derivation> workings) {
            Money due = fees.percent(rule.deduction().orElseThrow());
            Settlement settlement = Settlement.of(
                    dossier.facts(), contract, period, CreditWords.Sort.DEDUCTION, List.of(), due.getCurrencyUnit());
            Money open =
                    dossier.isOfASeller() ? settlement.claimed().minus(settlement.credited()) : settlement.openOf(due);
            if (!open.isPositive()) {
                return Optional.empty();
            }
            List<String> rows = new ArrayList<>(rows());
            Optional<ClaimWindow.Deadline> deadline = ClaimWindow.find(
                            rule.right().finding().citations())
                    .map(window -> window.deadline("", period, measurements(), dossier.facts()));
            deadline.ifPresent(last -> {
                workings.add(last.working());
                last.row().ifPresent(cell -> rows.add(cell.kind() + ":" + cell.row()));
            });
            rows.addAll(fees.rows());
            workings.add(new Derivation(
                    Operation.SUM,
                    fees.inputs(),
                    fees.currency().getCode() + " " + fees.net().toPlainString()));
            workings.add(new Derivation(
                    Operation.PERCENT_OF,
                    List.of(
                            new Input(
                                    "deduction",
                                    rule.deduction().orElseThrow() + " %",
                                    fees.base().stated()),
                            new Input(
                                    fees.base().name(),
                                    fees.currency().getCode() + " " + fees.net().toPlainString(),
                                    fees.base().meaning())),
                    due.toString()));
            return Optional.of(new LedgerEntry(
                    NAME,
                    dossier.isOfASeller() ? LeakageClass.EXPOSURE : LeakageClass.UNCLAIMED_ENTITLEMENT,
                    "The deduction for " + points() + " points in " + period + " has not been made",
                    period,
                    open,
                    rests(),
                    rows,
                    workings,
                    deadline.map(ClaimWindow.Deadline::last).orElse(null),
                    fees.confidence()));
        }

        private int points() {
            return valid.stream().mapToInt(Brought::points).sum();
        }

        private List<io.recital.models.fact.Measurement> measurements() {
            Brought last = valid.get(valid.size() - 1);
            return last.result.measurements();
        }

        private List<Derivation> workings() {
            List<Derivation> workings = new ArrayList<>();
            List<Input> parts = new ArrayList<>();
            for (Brought brought : valid) {
                workings.addAll(brought.result.workings());
                parts.add(new Input(
                        brought.result.measure().name() + ", " + brought.month + " (" + brought.result.value() + ")",
                        brought.points + "",
                        null));
            }
            workings.add(new Derivation(Operation.SUM, parts, points() + " points"));
            return workings;
        }

        private List<Finding> rests() {
            Set<Finding> rests = new LinkedHashSet<>(List.of(rule.right().finding()));
            valid.forEach(brought -> rests.addAll(brought.result.measure().findings()));
            return List.copyOf(rests);
        }

        private List<String> rows() {
            return valid.stream()
                    .flatMap(brought -> brought.result.rows().stream())
                    .distinct()
                    .toList();
        }
    }
}
