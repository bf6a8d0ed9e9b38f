package io.recital.models.ledger.duty;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.duty.DutyState.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Duties whose time runs from an event: each event of the facts that is what the clause speaks of makes an occurrence,
 * and a duty without one waits. It says nothing of what was not done: the ledger's check asks for more.
 *
 * @param states those that an event set off
 * @param waiting those that no event has set off yet
 */
public record SetOffDuties(List<DutyState> states, List<Governed<Obligation>> waiting) {
    public SetOffDuties {
        states = List.copyOf(states);
        waiting = List.copyOf(waiting);
    }

    /** Those of a family that are in force. */
    public static SetOffDuties of(Dossier dossier) {
        return dossier.reading(SetOffDuties.class, SetOffDuties::read);
    }

    private static SetOffDuties read(Dossier dossier) {
        BusinessCalendar calendar = DutyStates.calendar(dossier);
        List<DutyState> states = new ArrayList<>();
        List<Governed<Obligation>> waiting = new ArrayList<>();
        for (Governed<Obligation> term : dossier.family().listInForce(Obligation.class, dossier.asOf())) {
            if (term.content().modality() == Modality.DUTY
                    && term.content().deadline() instanceof Deadline.After after
                    && !DutySchedule.isOfTheCalendar(term.content())) {
                List<DutyState> own = states(dossier, new Duty(term), after, calendar);
                states.addAll(own);
                if (own.isEmpty()) {
                    waiting.add(term);
                }
            }
        }
        return new SetOffDuties(DutyStates.decided(dossier, states), waiting);
    }

    private static List<DutyState> states(Dossier dossier, Duty duty, Deadline.After after, BusinessCalendar calendar) {
        EventWording wording = new EventWording(after.event(), duty.words());
        List<ContractEvent> triggers = dossier.facts().events().stream()
                .filter(event ->
                        wording.fit(event) >= EventWording.LEAST && duty.isOfTheSameOrder(dossier.family(), event))
                .sorted(Comparator.comparing(ContractEvent::date))
                .toList();
        return triggers.stream()
                .map(trigger -> {
                    LocalDate due = after.within().after(trigger.date(), calendar);
                    Occurrence occurrence =
                            new Occurrence(new Period(trigger.date(), due), due, trigger, wording.fit(trigger));
                    return state(dossier, duty, occurrence, fulfilment(dossier, duty, occurrence, triggers));
                })
                .toList();
    }

    private static DutyState state(Dossier dossier, Duty duty, Occurrence occurrence, Optional<ContractEvent> done) {
        Status status = done.isPresent()
                ? Status.DONE
                : occurrence.due().isBefore(dossier.asOf())
                        ? Status.NOT_RECORDED
                        : DutyState.upcoming(occurrence.due(), dossier.asOf());
        return new DutyState(duty.term(), occurrence, status, done.orElse(null));
    }

    /** In time, about the duty, and about this event: both name it by its number, or there is no other such event. */
    private static Optional<ContractEvent> fulfilment(
            Dossier dossier, Duty duty, Occurrence occurrence, List<ContractEvent> triggers) {
        return dossier.facts().events().stream()
                .filter(event -> !triggers.contains(event) && occurrence.about().holds(event.date()))
                .filter(event -> duty.fit(event) > 0 && duty.shareOfAction(event) > 0)
                .filter(event -> triggers.size() == 1
                        || (occurrence.trigger() != null && TriggeredDuties.nameTheSame(occurrence.trigger(), event)))
                .min(Comparator.comparing(ContractEvent::date));
    }
}
