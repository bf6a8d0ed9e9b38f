package io.recital.models.fact;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened under a contract: a notice, a delivery, an acceptance, a report.
 *
 * @param contract reference that the contract bears
 * @param event what happened, as the system that it comes from calls it, such as {@code milestone-accepted}
 * @param subject to what, such as {@code Milestone M3}
 * @param reference number of the document; empty when none
 */
public record ContractEvent(
        String id,
        VendorReference vendor,
        String contract,
        String event,
        String subject,
        LocalDate date,
        @Nullable LocalTime time,
        String reference,
        String note)
        implements VendorFact {
    public ContractEvent {
        requireNonNull(id, "id");
        requireNonNull(vendor, "vendor");
        requireNonNull(contract, "contract");
        requireNonNull(event, "event");
        requireNonNull(subject, "subject");
        requireNonNull(date, "date");
        requireNonNull(reference, "reference");
        requireNonNull(note, "note");
    }

    @Override
    public FactKind kind() {
        return FactKind.EVENT;
    }

    @Override
    public LocalDate knownFrom() {
        return date;
    }
}
