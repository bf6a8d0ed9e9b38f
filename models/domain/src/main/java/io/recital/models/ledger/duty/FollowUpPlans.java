package io.recital.models.ledger.duty;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.measure.MeasureResult;
import io.recital.models.ledger.measure.MeasureResults;
import io.recital.models.ledger.measure.PromisedMeasure;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Plans that are due when a measure was missed, once or several times in a row: those that came late or never. */
final class FollowUpPlans {
    private final Dossier dossier;
    private final List<DutyState> states;
    private final BusinessCalendar calendar;
    private final Collection<List<MeasureResult>> byMeasure;

    private FollowUpPlans(Dossier dossier, List<DutyState> states) {
        this.dossier = dossier;
        this.states = states;
        this.calendar = DutyStates.calendar(dossier);
        this.byMeasure = byMeasure(dossier);
    }

    static List<Outcome> missing(Dossier dossier, List<DutyState> states) {
        FollowUpPlans plans = new FollowUpPlans(dossier, states);
        return dossier.family().listInForce(Obligation.class, dossier.asOf()).stream()
                .filter(term -> term.content().modality() == Modality.DUTY
                        && term.content().deadline() instanceof Deadline.After)
                .flatMap(term -> PlanTrigger.of(term).stream())
                .flatMap(plans::judge)
                .toList();
    }

    private static Collection<List<MeasureResult>> byMeasure(Dossier dossier) {
        Map<String, List<MeasureResult>> results = new LinkedHashMap<>();
        MeasureResults.of(dossier).stream()
                .sorted(Comparator.comparing(result -> result.period().from()))
                .forEach(result -> results.computeIfAbsent(result.series(), key -> new ArrayList<>())
                        .add(result));
        return results.values();
    }

    /** Of measures of its own document only, where there are any: other agreements of the family have plans of their own. */
    private Stream<Outcome> judge(PlanTrigger trigger) {
        boolean hasOwn = byMeasure.stream().anyMatch(results -> trigger.isBeside(latest(results)));
        return byMeasure.stream()
                .filter(results -> hasOwn == trigger.isBeside(latest(results)) && trigger.isAbout(latest(results)))
                .flatMap(results -> trigger.runs(results).stream())
                .flatMap(run -> judge(trigger, run).stream());
    }

    private static PromisedMeasure latest(List<MeasureResult> results) {
        return results.get(results.size() - 1).measure();
    }

    private Optional<Outcome> judge(PlanTrigger trigger, List<MeasureResult> run) {
        MeasureResult last = run.get(trigger.times() - 1);
        LocalDate known = last.measurements().stream()
                .map(Measurement::reportedOn)
                .max(Comparator.naturalOrder())
                .orElse(last.period().to());
        LocalDate anchor =
                trigger.runsFromPeriodEnd() || known.isBefore(last.period().to())
                        ? last.period().to()
                        : known;
        LocalDate due = trigger.within().after(anchor, calendar);
        if (!due.plusDays(DutyState.GRACE).isBefore(dossier.asOf())) {
            return Optional.empty();
        }
        Optional<ContractEvent> plan =
                findPlan(trigger, last, run.get(run.size() - 1).period().to());
        Period period = new Period(run.get(0).period().from(), last.period().to());
        if (plan.isPresent() && !plan.get().date().isAfter(due)) {
            return Optional.empty();
        }
        List<Finding> rests =
                List.of(trigger.term().finding(), last.measure().governed().finding());
        String what = "The plan that follows from “" + last.measure().name() + "” being missed, due on " + due;
        if (plan.isEmpty() && !recordsPlans(trigger) && !DutyStates.recordsMost(dossier, states)) {
            return Optional.of(
                    new NotCheckable(ObligationCheck.NAME, what, "events that show whether such plans came", rests));
        }
        List<String> rows = Stream.concat(
                        run.stream().limit(trigger.times()).flatMap(result -> result.rows().stream()),
                        plan.stream().map(event -> FactKind.EVENT.label() + ":" + event.id()))
                .toList();
        String end = plan.map(event -> ", came " + ChronoUnit.DAYS.between(due, event.date()) + " days late")
                .orElse(", has not come");
        return Optional.of(new Breach(ObligationCheck.NAME, what + end, period, rests, rows));
    }

    /** The first such plan since the miss; one that names another measure is not it. */
    private Optional<ContractEvent> findPlan(PlanTrigger trigger, MeasureResult missed, LocalDate runEnd) {
        return dossier.facts().events().stream()
                .filter(event -> trigger.isPlan(event)
                        && !event.date().isBefore(missed.period().to())
                        && event.date().isBefore(runEnd.plusDays(120)))
                .filter(event -> namesNoOther(event, missed))
                .min(Comparator.comparing(ContractEvent::date));
    }

    private boolean namesNoOther(ContractEvent event, MeasureResult missed) {
        Set<String> named = DutyWords.of(event.subject());
        return byMeasure.stream()
                .map(results -> results.get(0).measure())
                .filter(measure -> !measure.name().equals(missed.measure().name()))
                .flatMap(measure -> measure.code().stream())
                .noneMatch(code -> named.containsAll(DutyWords.of(code))
                        && !DutyWords.of(code).isEmpty());
    }

    private boolean recordsPlans(PlanTrigger trigger) {
        return dossier.facts().events().stream().anyMatch(trigger::isPlan);
    }
}
