package io.recital.models.governance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review or another governance meeting with a counterparty.
 *
 * @param day for which it is planned
 * @param heldOn null while it was not held
 * @param attendees names as they are
 * @param reports due before it
 * @param findings what came of it, a sentence each
 */
public record Meeting(
        UUID counterparty,
        Kind kind,
        String title,
        LocalDate day,
        @Nullable LocalDate heldOn,
        List<String> attendees,
        List<DueReport> reports,
        List<String> findings)
        implements GovernanceRecord {
    /** What it is for. */
    public enum Kind {
        OPERATIONAL_REVIEW,
        BUSINESS_REVIEW,
        EXECUTIVE_REVIEW,
        CONTRACT_REVIEW,
        IMPROVEMENT_WORKSHOP
    }

    /**
     * A report that is due before a meeting.
     *
     * @param received null while it did not come
     */
    public record DueReport(
            String name, LocalDate due, @Nullable LocalDate received) {
        public DueReport {
            name = Stated.text(name, "name");
            Stated.value(due, "due");
        }

        /** Whether it was due before a day and had not come by then. */
        public boolean isMissingOn(LocalDate asOf) {
            return due.isBefore(asOf) && (received == null || received.isAfter(asOf));
        }
    }

    public Meeting {
        Stated.value(counterparty, "counterparty");
        Stated.value(kind, "kind");
        title = Stated.text(title, "title");
        Stated.value(day, "day");
        attendees = attendees == null ? List.of() : List.copyOf(attendees);
        reports = reports == null ? List.of() : List.copyOf(reports);
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    public boolean isHeldBy(LocalDate asOf) {
        return heldOn != null && !heldOn.isAfter(asOf);
    }

    /** Whether its day is over and it was not held. */
    public boolean isOverdueOn(LocalDate asOf) {
        return day.isBefore(asOf) && !isHeldBy(asOf);
    }

    @Override
    public Optional<UUID> findCounterparty() {
        return Optional.of(counterparty);
    }

    /** A meeting is planned long before its day. */
    @Override
    public LocalDate since() {
        return LocalDate.MIN;
    }
}
