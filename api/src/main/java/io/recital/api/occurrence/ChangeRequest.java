package io.recital.api.occurrence;

import io.recital.api.problem.ProblemException;
import io.recital.models.duty.OccurrenceChange;
import io.recital.models.duty.OccurrenceChange.Step;
import io.recital.models.store.Repositories;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a person does about an occurrence. */
@Schema(name = "OccurrenceChange")
record ChangeRequest(
        @Schema(
                description =
                        "assigned (with owner), done (with evidence), waived (with reason), reopened (with reason)"
                                + " or evidence (more of it)")
        @Nullable
        Step step,

        @Schema(description = "Who does it", example = "Ida Berg") @Nullable
        String by,

        @Schema(description = "The day from which it counts, such as when the duty was done; today when left out")
        @Nullable
        LocalDate on,

        @Nullable String owner,
        @Nullable StatedEvidence evidence,
        @Nullable String reason) {
    /** The change, its evidence looked up in the name of the current tenant. */
    OccurrenceChange read(Repositories store, LocalDate today) {
        if (step == null) {
            throw ProblemException.badRequest("Say what is done (step): assigned, done, waived, reopened or evidence.");
        }
        return ProblemException.valid(() -> new OccurrenceChange(
                step,
                by == null ? "" : by.strip(),
                Objects.requireNonNullElse(on, today),
                owner == null ? null : owner.strip(),
                evidence == null ? null : evidence.read(store),
                reason));
    }
}
