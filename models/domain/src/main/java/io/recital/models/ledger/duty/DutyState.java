package io.recital.models.ledger.duty;

import static java.util.Objects.requireNonNull;

import io.recital.models.duty.OccurrenceChange;
import io.recital.models.duty.OccurrenceId;
import io.recital.models.duty.OccurrenceRecord;
import io.recital.models.fact.ContractEvent;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Obligation;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a duty stands at one time that it falls due.
 *
 * @param evidence the event that shows it was done; null when none does
 * @param record what people did about it; null when nobody touched it
 */
public record DutyState(
        Governed<Obligation> duty,
        Occurrence occurrence,
        Status status,
        @Nullable ContractEvent evidence,
        @Nullable OccurrenceRecord record) {
    /** How it stands. */
    public enum Status {
        /** It falls due later. */
        OPEN,
        /** It falls due within a fortnight. */
        DUE,
        DONE,
        /** It was done after it was due. */
        LATE,
        /** It was due and evidently not done. */
        OVERDUE,
        /** It was due, and the facts do not tell whether it was done. */
        NOT_RECORDED,
        /** Somebody decided that nobody has to do it. */
        WAIVED;

        /** For a reader. */
        public String display() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public DutyState(
            Governed<Obligation> duty, Occurrence occurrence, Status status, @Nullable ContractEvent evidence) {
        this(duty, occurrence, status, evidence, null);
    }

    public DutyState {
        requireNonNull(duty, "duty");
        requireNonNull(occurrence, "occurrence");
        requireNonNull(status, "status");
    }

    /** Names it, the same however often the contract is read. */
    public OccurrenceId id() {
        return record == null ? OccurrenceId.of(duty.finding(), occurrence.due()) : record.id();
    }

    /** Who sees to it. */
    public Optional<String> owner() {
        return Optional.ofNullable(record).flatMap(OccurrenceRecord::owner);
    }

    /** The day on which it was done, as somebody said, or as the facts show. */
    public Optional<LocalDate> doneOn() {
        Optional<LocalDate> said =
                Optional.ofNullable(record).flatMap(OccurrenceRecord::done).map(OccurrenceChange::on);
        return said.or(() -> Optional.ofNullable(evidence).map(ContractEvent::date));
    }

    /** How it stands with what people did about it: their word goes before what the facts tell. */
    DutyState with(OccurrenceRecord decided) {
        Status now = status;
        if (decided.waiver().isPresent()) {
            now = Status.WAIVED;
        } else if (decided.done().isPresent()) {
            boolean late = DutySchedule.isExact(duty.content())
                    && decided.done().get().on().isAfter(occurrence.due());
            now = late ? Status.LATE : Status.DONE;
        }
        return new DutyState(duty, occurrence, now, evidence, decided);
    }

    /** Days after which what was not recorded can be held not to have been done: entries are made late, too. */
    static final int GRACE = 14;

    static Status upcoming(LocalDate due, LocalDate asOf) {
        return due.isAfter(asOf.plusDays(GRACE)) ? Status.OPEN : Status.DUE;
    }
}
