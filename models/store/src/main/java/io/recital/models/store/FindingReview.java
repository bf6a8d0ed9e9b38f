package io.recital.models.store;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.FindingContent;
import io.recital.models.finding.ReviewStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a finding.
 *
 * @param status what the finding is from now on
 * @param reviewer who decided
 * @param note why, null when nothing was said
 * @param correction what the finding should say, for {@link ReviewStatus#CORRECTED} and only then
 */
public record FindingReview(
        ReviewStatus status,
        String reviewer,
        @Nullable String note,
        @Nullable FindingContent correction) {
    public FindingReview {
        requireNonNull(status, "status");
        if (reviewer.isBlank()) {
            throw new IllegalArgumentException("A decision has somebody who took it");
        }
        if ((status == ReviewStatus.CORRECTED) != (correction != null)) {
            throw new IllegalArgumentException("A correction, and only it, says what is right");
        }
    }
}
