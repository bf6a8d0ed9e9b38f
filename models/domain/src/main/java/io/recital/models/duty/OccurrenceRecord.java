package io.recital.models.duty;

import static java.util.Objects.requireNonNull;

import io.recital.models.duty.OccurrenceChange.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that people did about one occurrence.
 *
 * @param contract id of the contract that says the duty
 * @param action what is to be done, as it was read when somebody first touched it
 * @param changes in the order in which they were made
 */
public record OccurrenceRecord(OccurrenceId id, UUID contract, String action, List<OccurrenceChange> changes) {
    public OccurrenceRecord {
        requireNonNull(id, "id");
        requireNonNull(contract, "contract");
        requireNonNull(action, "action");
        changes = List.copyOf(changes);
    }

    /** What counts on a day. */
    public OccurrenceRecord asOf(LocalDate day) {
        return new OccurrenceRecord(
                id,
                contract,
                action,
                changes.stream().filter(change -> !change.on().isAfter(day)).toList());
    }

    /** How many changes were made: who changes it names the version that was seen. */
    public int version() {
        return changes.size();
    }

    /** Who sees to it. */
    public Optional<String> owner() {
        return last(List.of(Step.ASSIGNED)).map(OccurrenceChange::owner);
    }

    /** The change by which it counts as done. */
    public Optional<OccurrenceChange> done() {
        return decision().filter(change -> change.step() == Step.DONE);
    }

    /** The change by which nobody has to do it any more. */
    public Optional<OccurrenceChange> waiver() {
        return decision().filter(change -> change.step() == Step.WAIVED);
    }

    /** All that was pointed to, the first first. */
    public List<Evidence> evidence() {
        return changes.stream()
                .map(OccurrenceChange::evidence)
                .flatMap(evidence -> Optional.ofNullable(evidence).stream())
                .toList();
    }

    private Optional<OccurrenceChange> decision() {
        return changes.stream().filter(OccurrenceChange::isDecision).reduce((earlier, later) -> later);
    }

    private Optional<OccurrenceChange> last(List<Step> steps) {
        return changes.stream().filter(change -> steps.contains(change.step())).reduce((earlier, later) -> later);
    }

    /**
     * Why a change cannot be made, in a sentence that says what to do; empty when it can.
     *
     * @param today nothing is decided for days to come
     */
    public Optional<String> refusal(OccurrenceChange change, LocalDate today) {
        if (change.on().isAfter(today)) {
            return Optional.of("A change counts from today or an earlier day, not from " + change.on() + ".");
        }
        boolean isDecided = done().isPresent() || waiver().isPresent();
        if (change.step() == Step.REOPENED && !isDecided) {
            return Optional.of("It is neither done nor waived, so there is nothing to reopen.");
        }
        if (isDecided && (change.step() == Step.DONE || change.step() == Step.WAIVED)) {
            return Optional.of("It is " + (done().isPresent() ? "done" : "waived") + " already; reopen it first.");
        }
        return owner().equals(Optional.ofNullable(change.owner())) && change.step() == Step.ASSIGNED
                ? Optional.of("It is assigned to " + change.owner() + " already.")
                : Optional.empty();
    }

    /** The same with one change more. */
    public OccurrenceRecord with(OccurrenceChange change) {
        List<OccurrenceChange> all = new ArrayList<>(changes);
        all.add(change);
        return new OccurrenceRecord(id, contract, action, all);
    }
}
