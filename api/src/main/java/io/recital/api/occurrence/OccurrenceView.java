package io.recital.api.occurrence;

import io.recital.api.finding.CitationView;
import io.recital.models.duty.OccurrenceChange;
import io.recital.models.duty.OccurrenceRecord;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.FactKind;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.duty.DutyState;
import io.recital.performance.obligation.OwedOccurrence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An occurrence as the API shows it. */
@Schema(name = "Occurrence", description = "One time that a duty falls due, as it stands on a day")
record OccurrenceView(
        @Schema(
                description = "The same however often the contract is read again",
                example = "0f6e2b9c1d3a4857-2026-05-29")
        String id,

        LocalDate due,

        @Schema(description = "The event that set it off, where its day hangs on one", example = "event:E-9") @Nullable
        String setOffBy,

        @Schema(description = "Between 0 and 1: how sure it is that this event is what the clause speaks of")
        double confidence,

        @Schema(description = "First day of what it is for") LocalDate from,

        @Schema(description = "Last day of what it is for") LocalDate to,

        DutyState.Status status,
        @Nullable String owner,
        String counterparty,
        UUID contract,
        String contractTitle,

        @Schema(example = "Supplier (Other Side Ltd)") String obligor,

        @Schema(description = "What is to be done, in the contract's words")
        String duty,

        @Schema(
                description = "By when, as the contract says",
                example = "within 5 business days of the end of every 1 month")
        @Nullable
        String deadline,

        UUID finding,

        @Schema(description = "Whether nobody has accepted the finding yet")
        boolean provisional,

        List<CitationView> citations,
        @Nullable LocalDate doneOn,

        @Schema(description = "The event by which the facts show that it was done", example = "event:E-17") @Nullable
        String shownBy,

        @Schema(description = "What people pointed to") List<EvidenceView> evidence,
        @Nullable Waiver waiver) {
    /** Why nobody has to do it. */
    record Waiver(String by, LocalDate on, @Nullable String reason) {}

    static OccurrenceView of(OwedOccurrence owed) {
        DutyState state = owed.state();
        Obligation duty = state.duty().content();
        Deadline deadline = duty.deadline();
        ContractEvent event = state.evidence();
        ContractEvent trigger = state.occurrence().trigger();
        Optional<OccurrenceRecord> record = Optional.ofNullable(state.record());
        return new OccurrenceView(
                state.id().toString(),
                state.occurrence().due(),
                trigger == null ? null : FactKind.EVENT.label() + ":" + trigger.id(),
                state.occurrence().confidence(),
                state.occurrence().about().from(),
                state.occurrence().about().to(),
                state.status(),
                state.owner().orElse(null),
                owed.counterparty().name(),
                state.duty().member().contract().id(),
                state.duty().member().contract().title(),
                duty.obligor().display(),
                duty.action(),
                deadline == null ? null : deadline.display(),
                state.duty().finding().id(),
                state.duty().finding().isProvisional(),
                state.duty().finding().citations().stream()
                        .map(CitationView::of)
                        .toList(),
                state.doneOn().orElse(null),
                event == null ? null : FactKind.EVENT.label() + ":" + event.id(),
                record.map(OccurrenceRecord::evidence).orElse(List.of()).stream()
                        .map(EvidenceView::of)
                        .toList(),
                record.flatMap(OccurrenceRecord::waiver)
                        .map(OccurrenceView::waiver)
                        .orElse(null));
    }

    private static Waiver waiver(OccurrenceChange change) {
        return new Waiver(change.by(), change.on(), change.reason());
    }
}
