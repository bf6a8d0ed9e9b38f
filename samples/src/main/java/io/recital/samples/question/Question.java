package io.recital.samples.question;

import io.recital.models.finding.TypedValue;
import io.recital.samples.evidence.WrittenQuote;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question with the answer that is right.
 *
 * @param answer one line, as a good analyst would answer; for a false premise, what is wrong with it
 * @param value the answer as a value, where there is one
 * @param items the answer as a list, where it is one
 * @param asOf the day that it asks about; null for the day that the portfolio is set on
 * @param follows the question before it in a conversation
 * @param truth the items of the truth that answer it
 * @param rows the facts that answer it
 */
public record Question(
        String id,
        Kind kind,
        String question,
        boolean answerable,
        @Nullable String answer,
        @Nullable TypedValue value,
        @Nullable List<String> items,
        @Nullable LocalDate asOf,
        @Nullable String follows,
        @Nullable List<String> truth,
        @Nullable List<String> rows,
        @Nullable List<WrittenQuote> quotes) {
    /** What a question asks for. */
    public enum Kind {
        FACT,
        CLAUSE,
        COMPARISON,
        LIST,
        COMPUTED,
        AS_OF,
        FOLLOW_UP,
        UNANSWERABLE,
        FALSE_PREMISE,
        PERFORMANCE;

        boolean hasAnswer() {
            return this != UNANSWERABLE && this != FALSE_PREMISE;
        }
    }

    public Question {
        if (id == null || kind == null || question == null || question.isBlank()) {
            throw new IllegalArgumentException("A question needs id, kind and question");
        }
    }

    List<WrittenQuote> quoted() {
        return quotes == null ? List.of() : quotes;
    }
}
