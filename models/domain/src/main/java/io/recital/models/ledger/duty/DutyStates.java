package io.recital.models.ledger.duty;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.duty.OccurrenceId;
import io.recital.models.fact.ContractEvent;
import io.recital.models.family.BusinessDays;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.duty.DutyEvidence.Shown;
import io.recital.models.ledger.duty.DutyState.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final List<ScheduledDuty> duties;
    private final DutyEvidence evidence;
    private final List<DutyState> states;

    private DutyStates(Dossier dossier, int ahead) {
        this.dossier = dossier;
        this.calendar = calendar(dossier);
        this.duties = dossier.family().listInForce(Obligation.class, dossier.asOf()).stream()
                .filter(term -> term.content().modality() == Modality.DUTY
                        && term.content().deadline() != null)
                .map(term -> scheduled(new Duty(term), dossier.asOf().plusDays(ahead)))
                .toList();
        this.evidence = new DutyEvidence(dossier, duties);
        this.states = all();
    }

    /** The business days by which the family's contracts count. */
    static BusinessCalendar calendar(Dossier dossier) {
        return BusinessDays.of(dossier.family(), dossier.asOf());
    }

    /** All of them, by duty and day: what was due since the contract counts, and what falls due in the next quarter. */
    public static List<DutyState> of(Dossier dossier) {
        return dossier.reading(DutyStates.class, each -> new DutyStates(each, AHEAD)).states;
    }

    /** The same with what falls due so many days ahead. */
    public static List<DutyState> of(Dossier dossier, int ahead) {
        return ahead == AHEAD ? of(dossier) : new DutyStates(dossier, ahead).states;
    }

    private ScheduledDuty scheduled(Duty duty, LocalDate last) {
        DutySchedule schedule = new DutySchedule(dossier.family(), duty.term(), calendar, from(duty));
        return new ScheduledDuty(duty, schedule, schedule.upTo(last));
    }

    private List<DutyState> all() {
        List<DutyState> all = new ArrayList<>();
        duties.forEach(duty -> all.addAll(of(duty)));
        List<Governed<Obligation>> uncertain = duties.stream()
                .filter(duty -> !duty.schedule().hasKnownPeriods())
                .map(duty -> duty.duty().term())
                .toList();
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

    private List<DutyState> of(ScheduledDuty duty) {
        Map<Occurrence, Shown> shown = evidence.of(duty);
        return duty.times().stream()
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

    private DutyState state(ScheduledDuty duty, Occurrence occurrence, @Nullable Shown shown) {
        LocalDate due = occurrence.due();
        if (shown == null) {
            Status status =
                    due.isBefore(dossier.asOf()) ? Status.NOT_RECORDED : DutyState.upcoming(due, dossier.asOf());
            return new DutyState(duty.duty().term(), occurrence, status, null);
        }
        boolean late =
                shown.isOfThatTime() && duty.schedule().isLate(shown.event().date(), due);
        return new DutyState(duty.duty().term(), occurrence, late ? Status.LATE : Status.DONE, shown.event());
    }

    /** Whether the feed records two thirds of the sorts of papers that the other side owes each month or less often. */
    static boolean recordsMost(Dossier dossier, List<DutyState> states) {
        return new Recording(dossier, states).recordsMost();
    }
}
