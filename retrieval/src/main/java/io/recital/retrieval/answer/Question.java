package io.recital.retrieval.answer;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question in plain language.
 *
 * @param contract id of the contract that it is about, null when only its words say so
 * @param asOf the day on which it is asked
 */
public record Question(String text, @Nullable UUID contract, LocalDate asOf) {
    private static final int LONGEST = 2000;

    public Question {
        requireNonNull(asOf, "asOf");
        if (text.isBlank()) {
            throw new IllegalArgumentException("Ask a question in words");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A question may have " + LONGEST + " characters at most");
        }
    }
}
