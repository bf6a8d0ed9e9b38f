package io.recital.models.ledger.duty;

import static java.util.Objects.requireNonNull;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.duty.OccurrenceId;
import io.recital.models.fact.ContractEvent;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.duty.DutyEvidence.Shown;
import io.recital.models.ledger.duty.DutyState.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How all duties of a family stand whose days the contract and the calendar tell, held against the events. */
public final class DutyStates {
    private static final int AHEAD = 92;

    private final Dossier dossier;
    private final BusinessCalendar calendar;
    private final Map<Duty, DutySchedule> schedules = new LinkedHashMap<>();
    private final Map<Duty, List<Occurrence>> occurrences = new LinkedHashMap<>();
    private final DutyEvidence evidence;
    private final List<DutyState> states;

    private DutyStates(Dossier dossier, int ahead) {
        this.dossier = dossier;
        this.calendar = calendar(dossier);
        dossier.family().listInForce(Obligation.class, dossier.asOf()).stream()
                .filter(term -> term.content().modality() == Modality.DUTY
                        && term.content().deadline() != null)
                .map(Duty::new)
                .forEach(duty -> schedules.put(
                        duty, new DutySchedule(dossier.family(), duty.term(), calendar, from(duty))));
        schedules.forEach((duty, schedule) ->
                occurrences.put(duty, schedule.upTo(dossier.asOf().plusDays(ahead))));
        this.evidence = new DutyEvidence(dossier, schedules, occurrences);
        this.states = all();
    }

    /** The business days of the place whose law governs the contracts. */
    static BusinessCalendar calendar(Dossier dossier) {
        return dossier.family().listInForce(ContractFact.class, dossier.asOf()).stream()
                .filter(fact -> fact.content().fact() == FactType.GOVERNING_LAW)
                .map(fact -> BusinessCalendar.of(fact.content().value().display()))
                .findFirst()
                .orElse(BusinessCalendar.WEEKDAYS);
    }

    /** All of them, by duty and day: what was due since the contract counts, and what falls due in the next quarter. */
    public static List<DutyState> of(Dossier dossier) {
        return dossier.reading(DutyStates.class, each -> new DutyStates(each, AHEAD)).states;
    }

    /** The same with what falls due so many days ahead. */
    public static List<DutyState> of(Dossier dossier, int ahead) {
        return ahead == AHEAD ? of(dossier) : new DutyStates(dossier, ahead).states;
    }

    private List<DutyState> all() {
        List<DutyState> all = new ArrayList<>();
        schedules.keySet().forEach(duty -> all.addAll(of(duty)));
        Set<Duty> uncertain = schedules.keySet().stream()
                .filter(duty -> !schedules.get(duty).hasKnownPeriods())
                .collect(Collectors.toSet());
        return decided(dossier, new Recording(dossier, all).withOverdue(uncertain));
    }

    /** With what people did about them. */
    static List<DutyState> decided(Dossier dossier, List<DutyState> states) {
        if (dossier.book().isEmpty()) {
            return states;
        }
        Set<OccurrenceId> known = states.stream().map(DutyState::id).collect(Collectors.toSet());
        return states.stream()
                .map(state -> dossier.book()
                        .find(state.duty().finding(), state.occurrence().due(), known)
                        .map(state::with)
                        .orElse(state))
                .toList();
    }

    private List<DutyState> of(Duty duty) {
        Map<Occurrence, Shown> shown = evidence.of(duty);
        return requireNonNull(occurrences.get(duty)).stream()
                .map(occurrence -> state(duty, occurrence, shown.get(occurrence)))
                .toList();
    }

    private LocalDate from(Duty duty) {
        LocalDate counts = dossier.family().countsFrom(duty.term().member());
        return counts.isAfter(LocalDate.of(1900, 1, 1))
                ? counts
                : dossier.facts().events().stream()
                        .map(ContractEvent::date)
                        .min(Comparator.naturalOrder())
                        .orElse(dossier.asOf());
    }

    private DutyState state(Duty duty, Occurrence occurrence, @Nullable Shown shown) {
        LocalDate due = occurrence.due();
        if (shown == null) {
            Status status =
                    due.isBefore(dossier.asOf()) ? Status.NOT_RECORDED : DutyState.upcoming(due, dossier.asOf());
            return new DutyState(duty.term(), occurrence, status, null);
        }
        boolean late = shown.event().date().isAfter(due)
                && shown.isOfThatTime()
                && requireNonNull(schedules.get(duty)).isExact();
        return new DutyState(duty.term(), occurrence, late ? Status.LATE : Status.DONE, shown.event());
    }

    /** Whether the feed records two thirds of the sorts of papers that the other side owes each month or less often. */
    static boolean recordsMost(Dossier dossier, List<DutyState> states) {
        return new Recording(dossier, states).recordsMost();
    }
}
