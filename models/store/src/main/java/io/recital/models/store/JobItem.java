package io.recital.models.store;

import io.recital.models.evidence.Sha256;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file of a job.
 *
 * @param sha256 hash of its bytes, which are kept before the job starts
 * @param reason why it was refused or failed, null otherwise
 * @param attempts how often it was begun
 */
public record JobItem(
        UUID id,
        UUID job,
        NewDocument file,
        Sha256 sha256,
        ItemState state,
        @Nullable String reason,
        int attempts,
        @Nullable UUID contract,
        @Nullable UUID document,
        int passages,
        int findings) {
    /** A file to be ingested whose bytes are kept already. */
    public record Waiting(NewDocument file, Sha256 sha256) {}

    /** How a file ended. */
    public record Outcome(
            ItemState state,
            @Nullable String reason,
            @Nullable UUID contract,
            @Nullable UUID document,
            int passages,
            int findings) {
        public Outcome {
            if (!state.isFinal()) {
                throw new IllegalArgumentException("An outcome is final");
            }
        }

        /** An end without a document: refused, failed or unpacked. */
        public static Outcome of(ItemState state, @Nullable String reason) {
            return new Outcome(state, reason, null, null, 0, 0);
        }
    }
}
