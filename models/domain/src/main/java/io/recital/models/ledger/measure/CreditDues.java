package io.recital.models.ledger.measure;

import io.recital.models.evidence.Derivation;
import io.recital.models.fact.Claim;
import io.recital.models.fact.CreditNote;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.finding.PerformanceMeasure.Term;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.NotCheckable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The credits that all misses come to, by contract and period, and those that cannot be computed.
 *
 * @param dues in the order of their periods
 */
public record CreditDues(List<CreditDue> dues, List<NotCheckable> notCheckable) {
    private static final Pattern DAMAGES = Pattern.compile(
            "\\bliquidated\\b|\\bdamages\\b|\\bpenalt|schadens?ersatz|vertragsstrafe", Pattern.CASE_INSENSITIVE);

    public CreditDues {
        dues = List.copyOf(dues);
        notCheckable = List.copyOf(notCheckable);
    }

    /** The credits of all results of a counterparty. */
    public static CreditDues of(Dossier dossier) {
        return dossier.reading(CreditDues.class, read -> of(read, MeasureResults.of(read)));
    }

    /** The credits of all results: misses under one contract and of one period share the cap that is set for them. */
    public static CreditDues of(Dossier dossier, List<MeasureResult> results) {
        Map<Key, List<MeasureResult>> groups = new LinkedHashMap<>();
        List<NotCheckable> missing = new ArrayList<>();
        IdentityHashMap<PromisedMeasure, Optional<EarnBack>> earnBacks = new IdentityHashMap<>();
        List<MeasureResult> due = new ArrayList<>();
        for (MeasureResult result : results) {
            if (!isMoney(result)) {
                continue;
            }
            VolumeRelief.Answer relief = VolumeRelief.find(
                            dossier, result.period().to(), result.measure())
                    .map(rule -> rule.of(result, dossier))
                    .orElse(VolumeRelief.Answer.DUE);
            if (relief == VolumeRelief.Answer.UNKNOWN) {
                missing.add(withoutForecast(result));
            } else if (relief == VolumeRelief.Answer.DUE && isStillDue(result, results, earnBacks)) {
                due.add(result);
            }
        }
        SameIncident incidents = new SameIncident(dossier);
        incidents
                .reduce(due)
                .forEach(result -> groups.computeIfAbsent(
                                new Key(
                                        result.contract(),
                                        CreditPeriod.of(result),
                                        pool(result, results),
                                        CreditCap.isOfOne(result.measure()) ? result.thing() : ""),
                                key -> new ArrayList<>())
                        .add(result));
        missing.addAll(incidents.notCheckable());
        List<CreditDue> dues = new ArrayList<>();
        groups.forEach((key, missed) -> {
            CreditSum sum = new CreditSum(dossier, missed, key.period);
            sum.sum()
                    .ifPresentOrElse(
                            found -> dues.add(due(dossier, key.period, missed, sum, found, others(missed, results))
                                    .chosen(incidents.workings(missed), incidents.rows(missed))),
                            () -> missing.add(missing(missed, sum)));
        });
        CreditsUnderALimit limit = new CreditsUnderALimit(dossier);
        List<CreditDue> limited = limit.limit(dues);
        missing.addAll(limit.notCheckable());
        return new CreditDues(limited, missing);
    }

    /** Not what was earned back in the months that followed; while that is open it is due, and may be charged back later. */
    private static boolean isStillDue(
            MeasureResult result,
            List<MeasureResult> all,
            IdentityHashMap<PromisedMeasure, Optional<EarnBack>> earnBacks) {
        return earnBacks
                .computeIfAbsent(result.measure(), EarnBack::of)
                .filter(rule -> rule.isFor(result))
                .filter(rule -> rule.standing(result, all) == EarnBack.Standing.EARNED)
                .isEmpty();
    }

    /** A measure without a limit shares the one that another miss of its period has. */
    private static String pool(MeasureResult result, List<MeasureResult> results) {
        boolean shared = result.measure().cap().isEmpty()
                && results.stream()
                        .filter(other -> other.isMissed()
                                && other.contract().equals(result.contract())
                                && other.period().equals(result.period())
                                && other.measure().cap().isPresent())
                        .anyMatch(other -> CreditCap.pool(other.measure()).isEmpty());
        return shared ? "" : CreditCap.pool(result.measure());
    }

    private record Key(String contract, Period period, String pool, String thing) {}

    private static boolean isMoney(MeasureResult result) {
        return result.credit()
                .filter(credit -> !Points.isPoints(credit) && !isDamages(result, credit))
                .isPresent();
    }

    /** Damages for each failure are counted, waived and limited apart. */
    private static boolean isDamages(MeasureResult result, TypedValue credit) {
        return credit instanceof TypedValue.Amount amount
                && result.measure().step().isEmpty()
                && CreditWorkings.citationOf(result.measure(), amount.value().getAmount())
                        .filter(citation -> DAMAGES.matcher(citation.quote()).find())
                        .isPresent();
    }

    private static CreditDue due(
            Dossier dossier,
            Period period,
            List<MeasureResult> missed,
            CreditSum sum,
            CreditSum.Sum found,
            Set<String> others) {
        MeasureResult first = missed.get(0);
        List<Derivation> workings = new ArrayList<>(sum.workings());
        List<String> rows = new ArrayList<>(sum.rows());
        Optional<ClaimWindow.Deadline> deadline = deadline(dossier, missed);
        deadline.ifPresent(last -> {
            workings.add(Math.max(0, workings.size() - 1), last.working());
            last.row().ifPresent(cell -> rows.add(cell.kind() + ":" + cell.row()));
        });
        Settlement settlement = Settlement.of(
                without(others, dossier.facts()),
                first.contract(),
                first.period(),
                missed.stream()
                                .allMatch(result ->
                                        Points.isUnit(result.measure().content().unit()))
                        ? CreditWords.Sort.DEDUCTION
                        : CreditWords.Sort.CREDIT,
                missed.stream().map(MeasureResult::measure).toList(),
                found.after());
        return new CreditDue(
                first.contract(),
                period,
                missed,
                found.before(),
                found.after(),
                deadline.map(ClaimWindow.Deadline::last).orElse(null),
                settlement,
                workings,
                rows,
                sum.confidence());
    }

    /** What else is measured of the same sort: what is credited for another circuit is not for this one. */
    private static Set<String> others(List<MeasureResult> missed, List<MeasureResult> results) {
        Set<String> own = missed.stream().map(MeasureResult::thing).collect(Collectors.toSet());
        Set<String> others = results.stream()
                .filter(result -> result.contract().equals(missed.get(0).contract()))
                .map(MeasureResult::thing)
                .filter(thing -> !thing.isEmpty() && !own.contains(thing))
                .collect(Collectors.toSet());
        return own.contains("") ? Set.of() : others;
    }

    private static Facts without(Set<String> others, Facts facts) {
        return others.isEmpty()
                ? facts
                : facts.keep(fact -> others.stream().noneMatch(other -> MeasuredThing.isNamedIn(words(fact), other)));
    }

    private static String words(PerformanceFact fact) {
        if (fact instanceof Claim claim) {
            return claim.subject();
        }
        if (fact instanceof CreditNote note) {
            return note.description();
        }
        return fact instanceof InvoiceLine line ? line.description() : "";
    }

    /** Of several the first to end: what is claimed by then is in time for all. */
    private static Optional<ClaimWindow.Deadline> deadline(Dossier dossier, List<MeasureResult> missed) {
        return missed.stream()
                .flatMap(result -> window(dossier, result).stream()
                        .map(window -> window.deadline(
                                result.measure().name(), result.period(), result.measurements(), dossier.facts())))
                .min((one, other) -> one.last().compareTo(other.last()));
    }

    /** The measure's own time to claim, or else the one that a clause sets for all. */
    static Optional<ClaimWindow> window(Dossier dossier, MeasureResult result) {
        return result.measure()
                .claimWindow()
                .map(length -> ClaimWindow.read(length, result.measure().citations()))
                .or(() -> ClaimWindow.ofTheNextMonth(result.measure()))
                .or(() -> ClaimWindow.ofAllCredits(
                        dossier, result.contract(), result.period().to()));
    }

    private static NotCheckable withoutForecast(MeasureResult result) {
        return new NotCheckable(
                check(List.of(result)),
                "Whether a credit for “" + result.measure().name() + "” is due for " + result.period(),
                "the forecast for " + result.period() + ", above which no credit is due",
                result.measure().findings());
    }

    private static NotCheckable missing(List<MeasureResult> missed, CreditSum sum) {
        MeasureResult first = missed.get(0);
        List<Finding> rests = missed.stream()
                .flatMap(result -> result.measure().findings().stream())
                .distinct()
                .toList();
        return new NotCheckable(
                check(missed),
                "The credit for “" + first.name() + "” in " + first.period() + " cannot be computed",
                sum.missing(),
                rests);
    }

    /** By the word that the contract uses for its measures. */
    static String check(List<MeasureResult> missed) {
        return missed.stream().allMatch(result -> result.measure().content().term() == Term.KPI)
                ? "kpi-credit"
                : "service-credit";
    }
}
