package io.recital.models.ledger.duty;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.duty.OccurrenceId;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Period;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.duty.DutyState.Status;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How all duties of a family stand whose days the contract and the calendar tell, held against the events. */
public final class DutyStates {
    private static final int AHEAD = 92;
    private static final double OWN_WORDS = 0.5;

    private final Dossier dossier;
    private final int ahead;
    private final BusinessCalendar calendar;
    private final List<Duty> duties;
    private final List<DutyState> states;
    private final Map<ContractEvent, Double> best = new HashMap<>();

    private DutyStates(Dossier dossier, int ahead) {
        this.dossier = dossier;
        this.ahead = ahead;
        this.calendar = calendar(dossier);
        this.duties = dossier.family().listInForce(Obligation.class, dossier.asOf()).stream()
                .filter(term -> term.content().modality() == Modality.DUTY
                        && term.content().deadline() != null)
                .map(Duty::new)
                .toList();
        List<Duty> scheduled =
                duties.stream().filter(duty -> !occurrences(duty).isEmpty()).toList();
        for (ContractEvent event : dossier.facts().events()) {
            best.put(
                    event,
                    scheduled.stream()
                            .mapToDouble(duty -> fit(duty, event))
                            .max()
                            .orElse(0));
        }
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
        duties.forEach(duty -> all.addAll(of(duty)));
        return decided(dossier, new Recording(dossier, all).withOverdue());
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

    private double fit(Duty duty, ContractEvent event) {
        return duty.isOfTheSameOrder(dossier.family(), event) ? duty.fit(event) : 0;
    }

    private List<DutyState> of(Duty duty) {
        List<Occurrence> occurrences = occurrences(duty);
        Map<Occurrence, ContractEvent> shown = evidence(duty, occurrences);
        return occurrences.stream()
                .map(occurrence -> state(duty, occurrence, shown.get(occurrence)))
                .toList();
    }

    private DutySchedule schedule(Duty duty) {
        return new DutySchedule(duty.term(), calendar, from(duty));
    }

    private List<Occurrence> occurrences(Duty duty) {
        return schedule(duty).upTo(dossier.asOf().plusDays(ahead));
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

    private DutyState state(Duty duty, Occurrence occurrence, @Nullable ContractEvent event) {
        LocalDate due = occurrence.due();
        Status status;
        if (event == null) {
            status = due.isBefore(dossier.asOf()) ? Status.NOT_RECORDED : DutyState.upcoming(due, dossier.asOf());
        } else {
            boolean late = event.date().isAfter(due)
                    && DutySchedule.isExact(duty.term().content())
                    && isSurely(duty, event);
            status = late ? Status.LATE : Status.DONE;
        }
        return new DutyState(duty.term(), occurrence, status, event);
    }

    /** Of a duty that falls due once, an event must speak of at least half of it to be held late. */
    private static boolean isSurely(Duty duty, ContractEvent event) {
        return !(duty.term().content().deadline() instanceof Deadline.OnDate) || duty.shareOfAction(event) >= OWN_WORDS;
    }

    /** The first event for each time: by the period that it names, or else by the nearest due day. */
    private Map<Occurrence, ContractEvent> evidence(Duty duty, List<Occurrence> occurrences) {
        Map<Occurrence, ContractEvent> shown = new HashMap<>();
        dossier.facts().events().stream()
                .filter(event -> isAbout(duty, event))
                .sorted(Comparator.comparing(ContractEvent::date))
                .forEach(event -> findOccurrence(event, occurrences)
                        .ifPresent(occurrence -> shown.putIfAbsent(occurrence, event)));
        return shown;
    }

    private boolean isAbout(Duty duty, ContractEvent event) {
        double fit = fit(duty, event);
        return fit > 0 && fit >= Objects.requireNonNullElse(best.get(event), 0.0);
    }

    private static Optional<Occurrence> findOccurrence(ContractEvent event, List<Occurrence> occurrences) {
        Optional<Period> named = NamedPeriod.in(event.subject());
        Optional<Occurrence> meant = occurrences.stream()
                .filter(occurrence -> named.filter(occurrence.about()::equals).isPresent())
                .findFirst();
        return meant.or(() -> occurrences.stream()
                .min(Comparator.comparingLong(occurrence -> distance(event, occurrence)))
                .filter(nearest -> distance(event, nearest) <= DutySchedule.daysOf(occurrences) / 2));
    }

    private static long distance(ContractEvent event, Occurrence occurrence) {
        return Math.abs(ChronoUnit.DAYS.between(event.date(), occurrence.due()));
    }

    /** Tells from what is recorded at all whether something that is not recorded was not done. */
    private static final class Recording {
        private static final int MOST_NEVER_SEEN = 2;
        private static final int LEAST_SEEN = 3;

        private final Dossier dossier;
        private final List<DutyState> states;
        private final Set<ContractEvent> used = new HashSet<>();

        Recording(Dossier dossier, List<DutyState> states) {
            this.dossier = dossier;
            this.states = states;
            states.forEach(state -> Optional.ofNullable(state.evidence()).ifPresent(used::add));
        }

        List<DutyState> withOverdue() {
            return states.stream()
                    .map(state -> state.status() == Status.NOT_RECORDED && isEvidentlyNotDone(state)
                            ? new DutyState(state.duty(), state.occurrence(), Status.OVERDUE, null)
                            : state)
                    .toList();
        }

        private boolean isEvidentlyNotDone(DutyState state) {
            Duty duty = new Duty(state.duty());
            boolean isPaper =
                    duty.paper().isPresent() && !(state.duty().content().deadline() instanceof Deadline.OnDate);
            boolean isLongDue =
                    state.occurrence().due().plusDays(DutyState.GRACE).isBefore(dossier.asOf());
            return isPaper && isLongDue && !mayHaveBeenDone(duty, state) && (isGap(state) || isUnusual(duty, state));
        }

        /** An event about such a paper near the day that is evidence of nothing else. */
        private boolean mayHaveBeenDone(Duty duty, DutyState state) {
            LocalDate due = state.occurrence().due();
            Period near = new Period(state.occurrence().about().to(), due.plusDays(60));
            return dossier.facts().events().stream()
                    .anyMatch(event -> !used.contains(event) && near.holds(event.date()) && duty.mayBeShownBy(event));
        }

        /** Between or after times that are recorded. */
        private boolean isGap(DutyState state) {
            List<DutyState> seen = seen(state);
            return seen.size() >= 2
                    && seen.get(0)
                            .occurrence()
                            .due()
                            .isBefore(state.occurrence().due());
        }

        private List<DutyState> seen(DutyState state) {
            return states.stream()
                    .filter(other -> other.duty().equals(state.duty()) && other.evidence() != null)
                    .toList();
        }

        /** Never seen, but due once or twice only, where two thirds of what the same side owes in writing are recorded. */
        private boolean isUnusual(Duty duty, DutyState state) {
            long due = states.stream()
                    .filter(other -> other.duty().equals(state.duty())
                            && other.occurrence().due().isBefore(dossier.asOf()))
                    .count();
            return due <= MOST_NEVER_SEEN
                    && seen(state).isEmpty()
                    && duty.isOwedByCounterparty(dossier.family())
                    && recordsMost(dossier, states);
        }
    }

    /** Whether the feed records two thirds of the sorts of papers that the other side owes each month or less often. */
    static boolean recordsMost(Dossier dossier, List<DutyState> states) {
        Map<Object, Boolean> recorded = new HashMap<>();
        Set<ContractEvent> used = new HashSet<>();
        states.forEach(state -> Optional.ofNullable(state.evidence()).ifPresent(used::add));
        Recording recording = new Recording(dossier, states);
        for (DutyState state : states) {
            Duty duty = new Duty(state.duty());
            boolean counts = state.occurrence().due().isBefore(dossier.asOf())
                    && state.occurrence().about().days() > 7
                    && duty.paper().isPresent()
                    && duty.isOwedByCounterparty(dossier.family());
            if (counts) {
                boolean seen = state.evidence() != null || recording.mayHaveBeenDone(duty, state);
                recorded.merge(state.duty(), seen, Boolean::logicalOr);
            }
        }
        long seen = recorded.values().stream().filter(Boolean::booleanValue).count();
        return seen >= Recording.LEAST_SEEN && 3 * seen >= 2L * recorded.size();
    }
}
