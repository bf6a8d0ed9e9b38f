package io.recital.extraction.rules.obligation;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.Modality;
import org.jspecify.annotations.Nullable;

/**
 * What one modal phrase of a sentence says of one subject.
 *
 * @param lead the words of the sentence before the subject that belong to it
 * @param action the words after the modal phrase up to where the next assertion begins
 * @param undergoer for a passive, what it is done to; null otherwise
 * @param weight how strongly the wording says so, between 0 and 1
 */
record Assertion(
        Subject subject,
        Modality modality,
        String lead,
        String action,
        @Nullable String undergoer,
        double weight) {
    Assertion {
        requireNonNull(subject, "subject");
        requireNonNull(modality, "modality");
        requireNonNull(lead, "lead");
        requireNonNull(action, "action");
    }
}
