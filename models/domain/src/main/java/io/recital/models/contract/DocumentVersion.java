package io.recital.models.contract;

import io.recital.models.evidence.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a contract's document: the bytes as received and what was read from them.
 *
 * @param version 1 for the first
 * @param file the original name
 * @param sha256 hash of the original bytes
 * @param size of the original, in bytes
 * @param mediaType as detected, null before parsing
 * @param statusReason why it was refused or needs OCR, null otherwise
 * @param pageCount null where the format has no fixed pages
 * @param parser name and version of what parsed it, null before parsing
 * @param container name of the archive or mail that it came in, null when it came alone
 */
public record DocumentVersion(
        UUID id,
        UUID contract,
        int version,
        String file,
        Sha256 sha256,
        long size,
        @Nullable String mediaType,
        DocumentStatus status,
        @Nullable String statusReason,
        boolean fromOcr,
        @Nullable Integer pageCount,
        @Nullable String parser,
        @Nullable String container,
        List<String> warnings,
        Instant receivedAt) {
    public DocumentVersion {
        warnings = List.copyOf(warnings);
    }
}
