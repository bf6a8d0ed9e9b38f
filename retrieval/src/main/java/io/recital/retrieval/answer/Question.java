package io.recital.retrieval.answer;

import static java.util.Objects.requireNonNull;

import io.recital.retrieval.plan.Turn;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question in plain language.
 *
 * @param text in which control characters become blanks
 * @param contract id of the contract that it is about, null when only its words say so
 * @param asOf the day on which it is asked
 * @param earlier what was asked before in the same conversation, oldest first
 */
public record Question(String text, @Nullable UUID contract, LocalDate asOf, List<Turn> earlier) {
    private static final int LONGEST = 2000;
    private static final int MOST_TURNS = 20;
    /** Control characters and halves of characters, which no database takes. */
    private static final Pattern NO_WRITING = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    public Question {
        requireNonNull(asOf, "asOf");
        text = written(text);
        earlier = earlier.stream()
                .map(turn -> new Turn(written(turn.question()), turn.places()))
                .toList();
        if (text.isBlank()) {
            throw new IllegalArgumentException("Ask a question in words");
        }
        if (text.length() > LONGEST
                || earlier.stream().anyMatch(turn -> turn.question().length() > LONGEST)) {
            throw new IllegalArgumentException("A question may have " + LONGEST + " characters at most");
        }
        if (earlier.size() > MOST_TURNS) {
            throw new IllegalArgumentException("A conversation may have " + MOST_TURNS + " earlier questions at most");
        }
    }

    private static String written(String words) {
        return NO_WRITING.matcher(words).replaceAll(" ");
    }

    /** A question that nothing was asked before. */
    public static Question first(String text, @Nullable UUID contract, LocalDate asOf) {
        return new Question(text, contract, asOf, List.of());
    }
}
