package io.recital.models.ledger.duty;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Period;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.duty.DutyState.Status;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Duties that an event sets off and another event fulfils, where both name the same thing by its number. */
final class TriggeredDuties {
    private TriggeredDuties() {}

    /** Those that were fulfilled late. */
    static List<DutyState> of(Dossier dossier) {
        BusinessCalendar calendar = DutyStates.calendar(dossier);
        return dossier.family().listInForce(Obligation.class, dossier.asOf()).stream()
                .filter(term -> term.content().modality() == Modality.DUTY
                        && term.content().deadline() instanceof Deadline.After)
                .map(Duty::new)
                .flatMap(duty -> Stream.concat(
                        dossier.facts().events().stream()
                                .filter(event -> setsOff(duty, event))
                                .flatMap(trigger -> late(dossier, duty, trigger, calendar).stream()),
                        Stream.concat(
                                dossier.facts().events().stream()
                                        .flatMap(event -> lateSinceToldDay(dossier, duty, event, calendar).stream()),
                                inTurn(dossier, duty, calendar))))
                .toList();
    }

    /** What shows that it was done tells itself on which day its time began to run. */
    private static Optional<DutyState> lateSinceToldDay(
            Dossier dossier, Duty duty, ContractEvent event, BusinessCalendar calendar) {
        boolean isDone = duty.isOfTheSameOrder(dossier.family(), event)
                && duty.paper().isPresent()
                && duty.mayBeShownBy(event)
                && duty.fit(event) > 0;
        if (!isDone || !(duty.term().content().deadline() instanceof Deadline.After after)) {
            return Optional.empty();
        }
        return ToldDay.of(event, after.event())
                .map(told -> new Period(told, after.within().after(told, calendar)))
                .filter(time -> event.date().isAfter(time.to()))
                .map(time -> new DutyState(duty.term(), new Occurrence(time, time.to()), Status.LATE, event));
    }

    /**
     * Where nothing is numbered: what set it off and the paper that followed, with no other of either sort between them and
     * the same number of both.
     */
    private static Stream<DutyState> inTurn(Dossier dossier, Duty duty, BusinessCalendar calendar) {
        if (!(duty.term().content().deadline() instanceof Deadline.After after)
                || duty.paper().isEmpty()
                || DutySchedule.isOfTheCalendar(duty.term().content())) {
            return Stream.empty();
        }
        EventWording wording = new EventWording(after.event(), duty.words());
        List<ContractEvent> own = dossier.facts().events().stream()
                .filter(event -> duty.isOfTheSameOrder(dossier.family(), event))
                .sorted(Comparator.comparing(ContractEvent::date))
                .toList();
        List<ContractEvent> triggers = own.stream()
                .filter(event -> wording.fit(event) >= EventWording.LEAST)
                .toList();
        List<ContractEvent> papers = own.stream()
                .filter(event -> !triggers.contains(event) && duty.mayBeShownBy(event) && duty.fit(event) > 0)
                .toList();
        return isInTurn(triggers, papers)
                ? IntStream.range(0, triggers.size())
                        .filter(i -> papers.get(i)
                                .date()
                                .isAfter(after.within().after(triggers.get(i).date(), calendar)))
                        .mapToObj(i -> lateState(duty, triggers.get(i), papers.get(i), after, calendar))
                : Stream.empty();
    }

    private static DutyState lateState(
            Duty duty, ContractEvent trigger, ContractEvent paper, Deadline.After after, BusinessCalendar calendar) {
        Period time = new Period(trigger.date(), after.within().after(trigger.date(), calendar));
        return new DutyState(duty.term(), new Occurrence(time, time.to()), Status.LATE, paper);
    }

    private static boolean isInTurn(List<ContractEvent> triggers, List<ContractEvent> papers) {
        boolean isNumbered = Stream.concat(triggers.stream(), papers.stream())
                .anyMatch(event -> !identifiers(event).isEmpty());
        return !triggers.isEmpty()
                && triggers.size() == papers.size()
                && !isNumbered
                && IntStream.range(0, triggers.size())
                        .allMatch(i ->
                                !papers.get(i).date().isBefore(triggers.get(i).date())
                                        && (i == 0
                                                || triggers.get(i)
                                                        .date()
                                                        .isAfter(papers.get(i - 1)
                                                                .date())));
    }

    /** Whether what happened is what the deadline runs from: all words of the event's name are in it. */
    private static boolean setsOff(Duty duty, ContractEvent event) {
        Deadline.After deadline = (Deadline.After) duty.term().content().deadline();
        Set<String> name = DutyWords.of(event.event().replaceAll("[-_]+", " "));
        Set<String> trigger = DutyWords.of(deadline == null ? "" : deadline.event());
        Set<String> common = new HashSet<>(name);
        common.retainAll(trigger);
        Set<String> all = new HashSet<>(duty.words());
        all.addAll(trigger);
        return !common.isEmpty()
                && all.containsAll(name)
                && deadline != null
                && EventWording.tellsWhatHappens(deadline.event(), event);
    }

    private static Optional<DutyState> late(
            Dossier dossier, Duty duty, ContractEvent trigger, BusinessCalendar calendar) {
        Deadline.After deadline = (Deadline.After) duty.term().content().deadline();
        if (deadline == null) {
            return Optional.empty();
        }
        LocalDate due = deadline.within().after(trigger.date(), calendar);
        return dossier.facts().events().stream()
                .filter(event -> !event.equals(trigger)
                        && !event.date().isBefore(trigger.date())
                        && !event.event().equals(trigger.event())
                        && isDone(duty, event)
                        && nameTheSame(trigger, event))
                .min(Comparator.comparing(ContractEvent::date))
                .filter(event -> event.date().isAfter(due))
                .map(event -> new DutyState(
                        duty.term(), new Occurrence(new Period(trigger.date(), due), due), Status.LATE, event));
    }

    /** Every word of the event's name says what is to be done, and something of its subject does. */
    private static boolean isDone(Duty duty, ContractEvent event) {
        Set<String> action = DutyWords.of(duty.term().content().action());
        if (Undone.isToldBy(event, action)) {
            return false;
        }
        Set<String> name = DutyWords.of(event.event().replaceAll("[-_]+", " "));
        boolean said = !name.isEmpty() && action.containsAll(name);
        return said && DutyWords.share(DutyWords.withoutTime(event.subject()), action) > 0;
    }

    static boolean nameTheSame(ContractEvent one, ContractEvent other) {
        Set<String> identifiers = identifiers(one);
        identifiers.retainAll(identifiers(other));
        return !identifiers.isEmpty();
    }

    private static Set<String> identifiers(ContractEvent event) {
        Set<String> all = new HashSet<>();
        Stream.of(event.subject(), event.reference())
                .filter(text -> !text.isBlank())
                .forEach(text -> all.addAll(DutyWords.identifiers(text)));
        return all;
    }
}
