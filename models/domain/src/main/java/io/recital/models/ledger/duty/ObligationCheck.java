package io.recital.models.ledger.duty;

import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.duty.DutyState.Status;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Duties that were done late or evidently not at all; those of which the facts do not tell are not checkable. */
public final class ObligationCheck implements Check {
    /** The check's name. */
    public static final String NAME = "obligation";

    @Override
    public List<Outcome> run(Dossier dossier) {
        List<DutyState> states = DutyStates.of(dossier).stream()
                .filter(state -> !LostIfLate.isSaidOf(state.duty()))
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (DutyState state : states) {
            if (state.status() == Status.LATE) {
                late(dossier, state, said, outcomes);
            } else if (state.status() == Status.OVERDUE) {
                outcomes.add(overdue(dossier, state));
            }
        }
        DutyStates.decided(dossier, TriggeredDuties.of(dossier)).stream()
                .filter(state -> state.status() == Status.LATE && !LostIfLate.isSaidOf(state.duty()))
                .forEach(state -> late(dossier, state, said, outcomes));
        outcomes.addAll(FollowUpPlans.missing(dossier, states));
        outcomes.addAll(notRecorded(dossier, states));
        return outcomes;
    }

    /** One event shows the lateness of one paper, however many sentences say what must stand in it. */
    private static void late(Dossier dossier, DutyState state, Set<String> said, List<Outcome> outcomes) {
        LocalDate due = state.occurrence().due();
        ContractEvent event = state.evidence();
        LocalDate done = state.doneOn().orElse(due);
        List<String> rows = event == null ? List.of() : List.of(FactKind.EVENT.label() + ":" + event.id());
        if (!done.isAfter(due) || !said.add((event == null ? state.id() : event.id()) + " " + due)) {
            return;
        }
        String title = what(state) + ", due on " + due + ", came " + ChronoUnit.DAYS.between(due, done) + " days late";
        Optional<LedgerEntry> sum =
                event == null ? Optional.empty() : LatePaper.sum(dossier, state, event, NAME, title);
        outcomes.add(sum.<Outcome>map(entry -> entry)
                .orElseGet(() -> new Breach(
                        NAME,
                        title,
                        new Period(state.occurrence().about().from(), done),
                        List.of(state.duty().finding()),
                        rows)));
    }

    private static Outcome overdue(Dossier dossier, DutyState state) {
        return new Breach(
                NAME,
                what(state) + ", due on " + state.occurrence().due() + ", has not come",
                new Period(state.occurrence().about().from(), dossier.asOf()),
                List.of(state.duty().finding()),
                List.of());
    }

    private static String what(DutyState state) {
        return state.duty().member().contract().title() + ", "
                + state.duty().finding().citations().get(0).path();
    }

    /**
     * Duties of which no event tells at all, and those of which none tells any more, once each, as far as they fell due since
     * events are recorded.
     */
    private static List<Outcome> notRecorded(Dossier dossier, List<DutyState> states) {
        LocalDate first = dossier.facts().events().stream()
                .map(ContractEvent::date)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        Map<Governed<Obligation>, LocalDate> shown = new HashMap<>();
        states.stream()
                .filter(state -> state.evidence() != null)
                .forEach(state -> shown.merge(
                        state.duty(), state.occurrence().due(), (one, other) -> one.isAfter(other) ? one : other));
        Set<Outcome> open = new LinkedHashSet<>();
        states.stream()
                .filter(state -> state.status() == Status.NOT_RECORDED
                        && state.occurrence().due().isAfter(shown.getOrDefault(state.duty(), LocalDate.MIN))
                        && !state.occurrence().due().isBefore(first)
                        && (!shown.containsKey(state.duty()) || isLongDue(dossier, state)))
                .map(state -> new NotCheckable(
                        NAME,
                        what(state),
                        shown.containsKey(state.duty())
                                ? "events that show whether it was done after that of " + shown.get(state.duty())
                                : "events that show whether and when it was done",
                        List.of(state.duty().finding())))
                .forEach(open::add);
        return List.copyOf(open);
    }

    private static boolean isLongDue(Dossier dossier, DutyState state) {
        return state.occurrence().due().plusDays(DutyState.GRACE).isBefore(dossier.asOf());
    }
}
