package io.recital.models.ledger.duty;

import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.duty.DutyState.Status;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells from what is recorded at all whether something that is not recorded was not done. */
final class Recording {
    private static final int MOST_NEVER_SEEN = 2;
    private static final int LEAST_SEEN = 3;
    /** What is owed only while, or only if, something is so. */
    private static final Pattern CONDITION = Pattern.compile(
            "\\b(?:while|whilst|as\\s+long\\s+as|so\\s+long\\s+as|if|whenever|unless|in\\s+the\\s+event|during\\s+(?:the|any|each)|in\\s+(?:any|each|every)\\s+(?:\\p{L}+\\s+){0,2}in\\s+which|where|upon\\s+request|on\\s+request|on\\s+demand|at\\s+the\\s+request|as\\s+required|where\\s+applicable)\\b",
            Pattern.CASE_INSENSITIVE);

    /** When it is due each time, which is no condition. */
    private static final Pattern A_TIME = Pattern.compile(
            "(?:within|by|on|at|before|after|(?:no|not)\\s+later\\s+than)\\b[^.;]*\\b(?:day|week|month|quarter|half-year|year)s?",
            Pattern.CASE_INSENSITIVE);

    private final Dossier dossier;
    private final List<DutyState> states;
    private final Set<ContractEvent> used = new HashSet<>();
    private final IdentityHashMap<Governed<Obligation>, Duty> duties = new IdentityHashMap<>();
    private final IdentityHashMap<Governed<Obligation>, Boolean> conditional = new IdentityHashMap<>();
    private final Map<UUID, List<DutyState>> byFinding;

    Recording(Dossier dossier, List<DutyState> states) {
        this.dossier = dossier;
        this.states = states;
        this.byFinding = states.stream()
                .collect(Collectors.groupingBy(state -> state.duty().finding().id()));
        states.forEach(state -> Optional.ofNullable(state.evidence()).ifPresent(used::add));
    }

    /** Whether it was evidently not done. */
    boolean isMissing(DutyState state) {
        Duty duty = duty(state);
        LocalDate due = state.occurrence().due();
        boolean isPaper = duty.paper().isPresent() && !(state.duty().content().deadline() instanceof Deadline.OnDate);
        if (!isPaper
                || !due.plusDays(DutyState.GRACE).isBefore(dossier.asOf())
                || hasEnded(state)
                || mayHaveBeenDone(duty, state)) {
            return false;
        }
        return Undone.isStillOpen(duty, due, dossier.facts().events())
                || (!conditional.computeIfAbsent(state.duty(), Recording::isConditional)
                        && (isGap(state) || isUnusual(duty, state)));
    }

    /** Read once: a duty falls due again and again. */
    private Duty duty(DutyState state) {
        return duties.computeIfAbsent(state.duty(), Duty::new);
    }

    private static boolean isConditional(Governed<Obligation> term) {
        Obligation duty = term.content();
        String trigger = duty.trigger();
        boolean isTime = trigger != null
                && duty.deadline() instanceof Deadline.Recurring
                && A_TIME.matcher(trigger).matches();
        return (trigger != null && !isTime)
                || CONDITION.matcher(Duty.sentences(term)).find();
    }

    private static boolean hasEnded(DutyState state) {
        return state.duty()
                .member()
                .findExpiration()
                .filter(end -> end.isBefore(state.occurrence().about().to()))
                .isPresent();
    }

    /** An event about such a paper near the day that is evidence of nothing else. */
    private boolean mayHaveBeenDone(Duty duty, DutyState state) {
        LocalDate due = state.occurrence().due();
        Period near = new Period(state.occurrence().about().to(), due.plusDays(60));
        return dossier.facts().events().stream()
                .anyMatch(event -> !used.contains(event) && near.holds(event.date()) && duty.mayBeShownBy(event));
    }

    /** Between times that are recorded, or after them where other events of the contract went on being recorded. */
    private boolean isGap(DutyState state) {
        LocalDate due = state.occurrence().due();
        List<DutyState> seen = seen(state);
        boolean isAfterSeen = seen.size() >= 2 && seen.get(0).occurrence().due().isBefore(due);
        boolean isBeforeSeen =
                seen.stream().anyMatch(other -> other.occurrence().due().isAfter(due));
        return isAfterSeen && (isBeforeSeen || goesOn(due));
    }

    private boolean goesOn(LocalDate due) {
        return dossier.facts().events().stream().anyMatch(event -> event.date().isAfter(due.plusDays(DutyState.GRACE)));
    }

    private List<DutyState> seen(DutyState state) {
        return ofTheSame(state).filter(other -> other.evidence() != null).toList();
    }

    /** All times of the same duty. */
    private Stream<DutyState> ofTheSame(DutyState state) {
        return byFinding.getOrDefault(state.duty().finding().id(), List.of()).stream()
                .filter(other -> other.duty().equals(state.duty()));
    }

    /** Never seen, but due once or twice only, where two thirds of what the same side owes in writing are recorded. */
    private boolean isUnusual(Duty duty, DutyState state) {
        long due = ofTheSame(state)
                .filter(other -> other.occurrence().due().isBefore(dossier.asOf()))
                .count();
        return due <= MOST_NEVER_SEEN
                && seen(state).isEmpty()
                && duty.isOwedByCounterparty(dossier.family())
                && isKeptBefore(state.occurrence().due())
                && recordsMost();
    }

    /** Whether papers were recorded before a day: what fell due before the record was kept tells nothing. */
    private boolean isKeptBefore(LocalDate due) {
        return used.stream().filter(event -> !event.date().isAfter(due)).count() >= LEAST_SEEN;
    }

    /** Whether the feed records two thirds of the sorts of papers that the other side owes each month or less often. */
    boolean recordsMost() {
        Map<UUID, Boolean> recorded = new HashMap<>();
        for (DutyState state : states) {
            Duty duty = duty(state);
            boolean counts = (state.occurrence().due().isBefore(dossier.asOf()) || state.evidence() != null)
                    && state.occurrence().about().days() > 7
                    && duty.paper().isPresent()
                    && duty.isOwedByCounterparty(dossier.family());
            if (counts) {
                boolean seen = state.evidence() != null || mayHaveBeenDone(duty, state);
                recorded.merge(state.duty().finding().id(), seen, Boolean::logicalOr);
            }
        }
        long seen = recorded.values().stream().filter(Boolean::booleanValue).count();
        return seen >= LEAST_SEEN && 3 * seen >= 2L * recorded.size();
    }

    /**
     * The same states, with what was evidently not done.
     *
     * @param uncertain duties of which it is not known when they fall due
     */
    List<DutyState> withOverdue(Collection<Governed<Obligation>> uncertain) {
        Set<UUID> open = uncertain.stream().map(duty -> duty.finding().id()).collect(Collectors.toSet());
        return states.stream()
                .map(state -> state.status() == Status.NOT_RECORDED
                                && !open.contains(state.duty().finding().id())
                                && isMissing(state)
                        ? new DutyState(state.duty(), state.occurrence(), Status.OVERDUE, null)
                        : state)
                .toList();
    }
}
