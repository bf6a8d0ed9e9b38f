package io.recital.extraction.llm;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.Extraction;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking.
 *
 * @param answer word for word where it was of use; null otherwise
 * @param tokensIn as the endpoint counts them; an estimate where it does not say, or may bill what it did not deliver
 */
public record Reply(Extraction extraction, @Nullable String answer, int tokensIn, int tokensOut) {
    public Reply {
        requireNonNull(extraction, "extraction");
    }
}
