package io.recital.eval.answers;

import io.recital.models.evidence.Span;
import io.recital.models.finding.TypedValue;
import io.recital.samples.question.Question;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a bank with its gold, as {@code samples/questions.json} holds it; the fields are described in {@link
 * Question}.
 */
record BankQuestion(
        String id,
        Question.Kind kind,
        String question,
        boolean answerable,
        @Nullable String answer,
        @Nullable TypedValue value,
        @Nullable List<String> items,
        @Nullable LocalDate asOf,
        @Nullable String follows,
        @Nullable List<GoldQuote> quotes) {
    /**
     * Words that answer the question, or show that its premise is wrong.
     *
     * @param start offset in the stored text of the file; null for words in an image
     */
    record GoldQuote(
            String file,
            String text,
            @Nullable Integer start,
            @Nullable Integer end) {
        /** Whether the span of that file's text touches these words. */
        boolean overlaps(String otherFile, Span span) {
            return start != null && end != null && file.equals(otherFile) && span.overlaps(new Span(start, end));
        }
    }

    List<GoldQuote> quoted() {
        return quotes == null ? List.of() : quotes;
    }

    List<String> listed() {
        return items == null ? List.of() : items;
    }
}
