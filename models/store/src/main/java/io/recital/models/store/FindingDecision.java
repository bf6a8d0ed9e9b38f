package io.recital.models.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A decision about a finding, with when it was taken.
 *
 * @param finding the finding that the reviewer saw; the decision holds for the same statement found again
 */
public record FindingDecision(UUID finding, FindingReview review, Instant at) {}
