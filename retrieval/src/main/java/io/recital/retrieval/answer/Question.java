package io.recital.retrieval.answer;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question in plain language.
 *
 * @param text in which control characters become blanks
 * @param contract id of the contract that it is about, null when only its words say so
 * @param asOf the day on which it is asked
 */
public record Question(String text, @Nullable UUID contract, LocalDate asOf) {
    private static final int LONGEST = 2000;
    /** Control characters and halves of characters, which no database takes. */
    private static final Pattern NO_WRITING = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    public Question {
        requireNonNull(asOf, "asOf");
        text = NO_WRITING.matcher(text).replaceAll(" ");
        if (text.isBlank()) {
            throw new IllegalArgumentException("Ask a question in words");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A question may have " + LONGEST + " characters at most");
        }
    }
}
