package io.recital.models.store;

import java.time.Instant;
import java.util.UUID;

/**
 * One reading of a document version.
 *
 * @param version of extractors, prompts and models together
 * @param current whether its findings are served
 * @param findings how many it found
 */
public record ExtractionRun(
        UUID id, UUID document, String stage, String version, boolean current, int findings, Instant at) {}
