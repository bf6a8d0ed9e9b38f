package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * Points that the misses of one period bring together, and by how much they lessen its fee. Where they lessen nothing, each
 * miss is a breach: the contract holds it against the other side and puts no sum on it.
 */
public final class PeriodPointsCheck implements Check {
    private static final String NAME = "kpi-credit";

    private record Key(String contract, Period period) {}

    @Override
    public List<Outcome> run(Dossier dossier) {
        List<MeasureResult> results = MeasureResults.of(dossier);
        Map<Key, List<PeriodPoints>> brought = new LinkedHashMap<>();
        results.forEach(result -> PeriodPoints.of(result, results)
                .ifPresent(points -> brought.computeIfAbsent(
                                new Key(result.contract(), result.period()), key -> new ArrayList<>())
                        .add(points)));
        List<Outcome> outcomes = new ArrayList<>();
        brought.forEach(
                (key, points) -> outcomes.addAll(new Run(dossier, key.contract, key.period, points).outcomes()));
        return outcomes;
    }

    /** One period under one contract. */
    private record Run(Dossier dossier, String contract, Period period, List<PeriodPoints> brought) {
        List<Outcome> outcomes() {
            BigDecimal total = total();
            Optional<PointsRate> rate = PointsRate.find(dossier.family().inForce(period.from()));
            if (rate.isPresent()) {
                return rated(rate.get(), total).stream().toList();
            }
            List<PointsBand> bands =
                    dossier.family().listInForce(FindingContent.class, period.from(), contract).stream()
                            .flatMap(source -> PointsBand.of(source).stream())
                            .toList();
            List<PointsBand> reached = bands.stream()
                    .filter(band -> band.gives() && band.band().holds(total))
                    .toList();
            if (bands.isEmpty() || reached.isEmpty()) {
                return brought.stream().map(this::breach).toList();
            }
            boolean one = reached.stream().map(PointsBand::value).distinct().count() == 1;
            return one
                    ? deduction(reached.get(0), total).stream().toList()
                    : List.of(missing("which of several bands of points counts", rests(reached.get(0))));
        }

        private BigDecimal total() {
            return brought.stream().map(PeriodPoints::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private Outcome breach(PeriodPoints miss) {
            MeasureResult result = miss.result();
            return new Breach(
                    NAME,
                    "“" + result.measure().name() + "” was missed in " + period + ", for "
                            + miss.points().toPlainString() + " points and no sum",
                    period,
                    result.measure().findings(),
                    result.rows());
        }

        private NotCheckable missing(String what, List<Finding> rests) {
            return new NotCheckable(
                    NAME, "The deduction for the points of " + period + " cannot be computed", what, rests);
        }

        /** So much for each point, or for each beyond those that are free. */
        private Optional<Outcome> rated(PointsRate rate, BigDecimal total) {
            if (rate.beyond(total).signum() == 0) {
                return Optional.empty();
            }
            List<Derivation> workings = points(total);
            Set<String> rows = new LinkedHashSet<>();
            brought.forEach(miss -> rows.addAll(miss.result().rows()));
            Optional<FeeBase> base = rate.isOfAFee() ? rate.base() : Optional.empty();
            Optional<FeeLines> fees = base.flatMap(found -> InvoicedFee.find(found, contract, period, dossier));
            List<Finding> rests = restsOn(rate.stated());
            if (rate.isOfAFee() && fees.isEmpty()) {
                return Optional.of(missing(
                        base.map(found -> "invoice lines for “" + found.name() + "” of " + period)
                                .orElse("what is deducted from"),
                        rests));
            }
            fees.ifPresent(lines -> rows.addAll(lines.rows()));
            Money due = rate.due(total, fees.orElse(null), workings);
            return open(
                    rests, due, workings, rows, fees.map(FeeLines::confidence).orElse(0.9));
        }

        /** The findings that state some words, before those that bring the points. */
        private List<Finding> restsOn(Citation stated) {
            return Stream.concat(
                            dossier.family().inForce(period.from()).stream()
                                    .flatMap(member -> member.findings().stream())
                                    .filter(finding -> finding.citations().contains(stated)),
                            brought.stream().flatMap(miss -> miss.result().measure().findings().stream()))
                    .distinct()
                    .toList();
        }

        private Optional<Outcome> deduction(PointsBand band, BigDecimal total) {
            List<Derivation> workings = points(total);
            Set<String> rows = new LinkedHashSet<>();
            brought.forEach(miss -> rows.addAll(miss.result().rows()));
            Money due;
            double confidence = 0.9;
            if (band.value() instanceof TypedValue.Percent percent) {
                Optional<FeeBase> base =
                        FeeBaseReader.ofCredits(band.source().finding().citations());
                Optional<FeeLines> fees = base.flatMap(found -> InvoicedFee.find(found, contract, period, dossier));
                if (fees.isEmpty()) {
                    return Optional.of(missing(
                            base.map(found -> "invoice lines for “" + found.name() + "” of " + period)
                                    .orElse("what is deducted from"),
                            rests(band)));
                }
                due = fees.get().percent(percent.value());
                workings.addAll(share(percent, fees.get(), due));
                rows.addAll(fees.get().rows());
                confidence = fees.get().confidence();
            } else {
                due = ((TypedValue.Amount) band.value()).value().toMoney(RoundingMode.HALF_UP);
                workings.add(new Derivation(
                        Operation.BAND,
                        List.of(
                                new Input("points", total.toPlainString(), null),
                                new Input("deduction", due.toString(), null)),
                        due.toString()));
            }
            return open(rests(band), due, workings, rows, confidence);
        }

        private Optional<Outcome> open(
                List<Finding> rests, Money due, List<Derivation> workings, Set<String> rows, double confidence) {
            Settlement settlement =
                    Settlement.of(dossier.facts(), contract, period, CreditWords.Sort.DEDUCTION, List.of(), due);
            boolean rejected =
                    settlement.claims().isEmpty() && !settlement.rejected().isEmpty();
            if (rejected) {
                return Optional.of(missing("the ground on which the deduction was rejected", rests));
            }
            boolean sold = dossier.isOfASeller();
            Money open = sold ? settlement.claimed().minus(settlement.credited()) : settlement.openOf(due);
            if (!open.isPositive()) {
                return Optional.empty();
            }
            Optional<ClaimWindow.Deadline> deadline = deadline();
            deadline.ifPresent(last -> {
                workings.add(0, last.working());
                last.row().ifPresent(cell -> rows.add(cell.kind() + ":" + cell.row()));
            });
            if (!open.isEqual(due)) {
                workings.add(new Derivation(
                        Operation.DIFFERENCE,
                        List.of(
                                new Input("deduction", due.toString(), null),
                                new Input("claimed or given", due.minus(open).toString(), null)),
                        open.toString()));
            }
            return Optional.of(new LedgerEntry(
                    NAME,
                    sold ? LeakageClass.EXPOSURE : LeakageClass.UNCLAIMED_ENTITLEMENT,
                    "The deduction for " + total().toPlainString() + " points in " + period + " has not been made",
                    period,
                    open,
                    rests,
                    List.copyOf(rows),
                    workings,
                    sold ? null : deadline.map(ClaimWindow.Deadline::last).orElse(null),
                    confidence));
        }

        /** The first of the deadlines that the measures state. */
        private Optional<ClaimWindow.Deadline> deadline() {
            return brought.stream()
                    .map(PeriodPoints::result)
                    .flatMap(result -> CreditDues.window(dossier, result).stream()
                            .map(window -> window.deadline(
                                    result.measure().name(), period, result.measurements(), dossier.facts())))
                    .min((one, other) -> one.last().compareTo(other.last()));
        }

        private List<Derivation> points(BigDecimal total) {
            List<Derivation> workings = new ArrayList<>();
            List<Input> parts = new ArrayList<>();
            for (PeriodPoints miss : brought) {
                workings.addAll(miss.result().workings());
                parts.add(new Input(
                        miss.result().measure().name() + " (" + miss.result().value() + ")",
                        miss.points().toPlainString(),
                        miss.stated().orElse(null)));
            }
            workings.add(new Derivation(Operation.SUM, parts, total.toPlainString()));
            return workings;
        }

        private static List<Derivation> share(TypedValue.Percent percent, FeeLines fees, Money due) {
            String net = fees.currency().getCode() + " " + fees.net().toPlainString();
            return List.of(
                    new Derivation(Operation.SUM, fees.inputs(), net),
                    new Derivation(
                            Operation.PERCENT_OF,
                            List.of(
                                    new Input(
                                            "deduction",
                                            percent.display(),
                                            fees.base().stated()),
                                    new Input(
                                            fees.base().name(), net, fees.base().meaning())),
                            due.toString()));
        }

        private List<Finding> rests(PointsBand band) {
            return Stream.concat(
                            Stream.of(band.source().finding()),
                            brought.stream().flatMap(miss -> miss.result().measure().findings().stream()))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }
    }
}
