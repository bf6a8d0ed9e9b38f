package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.fact.FactKind;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InOrder;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * Credits for missed service levels and KPIs that nobody claimed or gave: an entitlement of the tenant that buys, lost
 * once the time to claim has passed, and an exposure of the tenant that sells if they were claimed in
 * time or still can be.
 */
public final class ServiceCreditCheck implements Check {
    @Override
    public List<Outcome> run(Dossier dossier) {
        List<MeasureResult> results = MeasureResults.of(dossier);
        CreditDues credits = CreditDues.of(dossier);
        List<Outcome> outcomes = new ArrayList<>();
        for (CreditDue due : credits.dues()) {
            (dossier.isOfASeller() ? exposure(due, dossier.asOf()) : entitlement(due)).ifPresent(outcomes::add);
        }
        outcomes.addAll(credits.notCheckable());
        outcomes.addAll(beyond(credits.dues(), dossier));
        outcomes.addAll(unmeasured(results));
        outcomes.addAll(neverMeasured(dossier, results));
        return outcomes;
    }

    /** Credits that were claimed or given in full. */
    @Override
    public List<InOrder> listInOrder(Dossier dossier) {
        return CreditDues.of(dossier).dues().stream()
                .filter(due -> due.due().isPositive() && !due.open().isPositive())
                .filter(due -> !dossier.isOfASeller() || due.stateOn(dossier.asOf()) == CreditDue.State.SETTLED)
                .map(ServiceCreditCheck::settled)
                .toList();
    }

    private static InOrder settled(CreditDue due) {
        boolean given =
                due.settlement().credited().isGreaterThan(Money.zero(due.due().getCurrencyUnit()));
        Money sum = given ? due.settlement().credited() : due.settlement().claimed();
        List<Derivation> workings = new ArrayList<>(due.workings());
        workings.add(due.settlement().working(given));
        return new InOrder(
                CreditDues.check(due.missed()),
                "The credit for " + due.names() + " in " + due.period() + " comes to " + due.due() + ", and " + sum
                        + (given ? " was credited" : " was claimed"),
                due.period(),
                given ? "it was credited already" : "it was claimed already",
                due.rests(),
                Stream.concat(due.rows().stream(), due.settlement().rows().stream())
                        .distinct()
                        .toList(),
                workings);
    }

    private static Optional<Outcome> entitlement(CreditDue due) {
        if (due.wasRejectedInTime()) {
            return Optional.of(rejected(due));
        }
        return due.open().isPositive()
                ? Optional.of(entry(
                        due,
                        LeakageClass.UNCLAIMED_ENTITLEMENT,
                        due.open(),
                        due.settlement().isCreditedInPart() ? "was credited in part only" : "has not been claimed"))
                : Optional.empty();
    }

    private static NotCheckable rejected(CreditDue due) {
        return new NotCheckable(
                CreditDues.check(due.missed()),
                "A claim for the credit of " + due.period() + " was rejected",
                "the ground on which it was rejected",
                due.rests());
    }

    /** What the customer claimed in time or still can, as far as it is due, less what it was given. */
    private static Optional<Outcome> exposure(CreditDue due, LocalDate asOf) {
        LocalDate last = due.deadline();
        boolean canBeClaimed = last != null && !last.isBefore(asOf);
        Money inTime = due.settlement().claimedBy(last);
        Money claimed = due.mustBeClaimed() && !canBeClaimed ? inTime : due.due();
        Money owed = claimed.isLessThan(due.due()) ? claimed : due.due();
        Money open = owed.minus(due.settlement().credited());
        return open.isPositive()
                ? Optional.of(entry(
                        due,
                        LeakageClass.EXPOSURE,
                        open,
                        inTime.isPositive() ? "was claimed and has not been given" : "can be asked for"))
                : Optional.empty();
    }

    private static LedgerEntry entry(CreditDue due, LeakageClass leakage, Money amount, String what) {
        List<String> rows = new ArrayList<>(due.rows());
        due.settlement().claims().forEach(claim -> rows.add(FactKind.CLAIM.label() + ":" + claim.id()));
        return new LedgerEntry(
                CreditDues.check(due.missed()),
                leakage,
                "The credit for " + due.names() + " in " + due.period() + " " + what,
                due.period(),
                amount,
                due.rests(),
                rows,
                due.openWorkings(amount),
                leakage == LeakageClass.EXPOSURE ? null : due.openUntil(),
                due.confidence());
    }

    /** Damages above the credits of each contract, where its words leave them open: nobody can tell the loss from the facts. */
    private static List<NotCheckable> beyond(List<CreditDue> dues, Dossier dossier) {
        Map<String, List<CreditDue>> contracts = new LinkedHashMap<>();
        dues.stream()
                .filter(due -> due.due().isPositive())
                .forEach(due -> contracts
                        .computeIfAbsent(due.contract(), contract -> new ArrayList<>())
                        .add(due));
        List<NotCheckable> open = new ArrayList<>();
        contracts.forEach((contract, own) -> {
            CreditTreatment treatment =
                    MissRules.of(dossier).treatment(contract, own.get(0).period());
            treatment
                    .beside()
                    .ifPresent(words ->
                            open.add(beyond(own, words, treatment.deducted().isPresent())));
        });
        return open;
    }

    private static NotCheckable beyond(List<CreditDue> dues, Citation words, boolean deducted) {
        String credits = dues.stream()
                .collect(Collectors.groupingBy(
                        due -> due.due().getCurrencyUnit().getCode(),
                        TreeMap::new,
                        Collectors.reducing(BigDecimal.ZERO, due -> due.due().getAmount(), BigDecimal::add)))
                .entrySet()
                .stream()
                .map(sum -> sum.getKey() + " " + sum.getValue().toPlainString())
                .collect(Collectors.joining(", "));
        return new NotCheckable(
                CreditDues.check(
                        dues.stream().flatMap(due -> due.missed().stream()).toList()),
                "Damages above the credits under " + dues.get(0).contract() + " are left open"
                        + (words.path().isEmpty() ? "" : " by " + words.path()),
                "the loss that the misses caused, which must be shown"
                        + (deducted ? "; credits of " + credits + " are deducted from it" : ""),
                dues.stream().flatMap(due -> due.rests().stream()).distinct().toList());
    }

    /** Periods without a measurement of a measure that earns credits. */
    private static List<NotCheckable> unmeasured(List<MeasureResult> results) {
        return results.stream()
                .filter(result -> result.state() == MeasureResult.State.NOT_CHECKABLE)
                .filter(result -> result.measure().earnsCredits())
                .map(result -> new NotCheckable(
                        CreditDues.check(List.of(result)),
                        "“" + result.name() + "” cannot be checked for " + result.period(),
                        result.missing(),
                        result.measure().findings()))
                .toList();
    }

    /** Measures that earn credits and were never measured. */
    private static List<NotCheckable> neverMeasured(Dossier dossier, List<MeasureResult> results) {
        Map<String, PromisedMeasure> promised = new LinkedHashMap<>();
        PromisedMeasure.on(dossier.family(), dossier.asOf()).stream()
                .filter(PromisedMeasure::earnsCredits)
                .forEach(measure -> promised.put(measure.name(), measure));
        results.forEach(result -> promised.remove(result.measure().name()));
        return promised.values().stream()
                .map(measure -> new NotCheckable(
                        measure.content().term() == io.recital.models.finding.PerformanceMeasure.Term.KPI
                                ? "kpi-credit"
                                : "service-credit",
                        "“" + measure.name() + "” was never measured",
                        "measurements of “" + measure.name() + "”",
                        measure.findings()))
                .toList();
    }
}
