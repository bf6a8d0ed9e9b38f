package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Sha256;
import io.recital.models.finding.Extraction.FailureCategory;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * One question that was put to a language model, and what came of it.
 *
 * @param question hash of all that was sent, of the prompt's version and of the model's name
 * @param clause hash of the clause's wording
 * @param prompt version of the prompt
 * @param answer what the model said, word for word; null when it was of no use
 * @param failure why it was of no use; null when there is an answer
 * @param cost null where no price is configured
 */
public record LlmCall(
        Sha256 question,
        Sha256 clause,
        FindingKind kind,
        String model,
        String prompt,
        @Nullable String answer,
        @Nullable FailureCategory failure,
        int tokensIn,
        int tokensOut,
        @Nullable BigMoney cost) {
    public LlmCall {
        requireNonNull(question, "question");
        requireNonNull(clause, "clause");
        requireNonNull(kind, "kind");
        requireNonNull(model, "model");
        requireNonNull(prompt, "prompt");
        if ((answer == null) == (failure == null)) {
            throw new IllegalArgumentException("A call ends with an answer or with a failure");
        }
        if (tokensIn < 0 || tokensOut < 0) {
            throw new IllegalArgumentException("Tokens are counted from 0");
        }
    }

    /** Does not show the answer, which holds words of the contract. */
    @Override
    public String toString() {
        return "LlmCall[" + question + ", " + kind + ", " + (failure == null ? "answered" : failure) + "]";
    }
}
