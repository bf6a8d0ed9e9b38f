package io.recital.api.question;

import io.recital.api.finding.CitationView;
import io.recital.retrieval.answer.Answer;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer as the API shows it. */
@Schema(name = "Answer", description = "What the contracts say to a question, or why they say nothing")
record AnswerView(
        String answer,

        @Schema(description = "True when the contracts do not answer; then there is a reason and no citation")
        boolean abstained,

        List<CitationView> citations,
        @Nullable String reason,

        @Schema(description = "The nearest passages, shown as such when abstained")
        List<CitationView> passages,

        @Schema(description = "Findings that it was taken from")
        List<UUID> findings,

        List<String> notes,

        @Schema(description = "What put it into words", example = "extractive")
        String writer) {
    static AnswerView of(Answer answer) {
        return new AnswerView(
                answer.text(),
                answer.abstained(),
                answer.citations().stream().map(CitationView::of).toList(),
                answer.reason(),
                answer.passages().stream().map(CitationView::of).toList(),
                answer.findings(),
                answer.notes(),
                answer.writer());
    }
}
