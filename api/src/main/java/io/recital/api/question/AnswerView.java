package io.recital.api.question;

import io.recital.api.finding.CitationView;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.FactCell;
import io.recital.models.evidence.Sha256;
import io.recital.retrieval.answer.Answer;
import io.recital.retrieval.answer.AnswerSentence;
import io.recital.retrieval.plan.Plan;
import io.recital.retrieval.plan.TypedQuery;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer as the API shows it. */
@Schema(name = "Answer", description = "What the contracts say to a question, or why they say nothing")
record AnswerView(
        @Schema(description = "What was asked") String question,

        String answer,

        @Schema(description = "True when the contracts do not answer; then there is a reason and no citation")
        boolean abstained,

        @Schema(description = "The answer's sentences, each with what it rests on")
        List<SentenceView> sentences,

        @Schema(description = "Every place that a sentence or a derivation rests on, once")
        List<CitationView> citations,

        @Nullable String reason,

        @Schema(description = "The nearest passages, shown as such when abstained")
        List<CitationView> passages,

        @Schema(description = "Findings that it was taken from")
        List<UUID> findings,

        List<String> notes,

        @Schema(description = "What was understood and run; null when the question was refused before") @Nullable
        PlanView plan,

        @Schema(description = "What put it into words", example = "extractive")
        String writer,

        @Schema(
                description =
                        "SHA-256 of all the rest as canonical JSON (RFC 8785): names sorted, no white space. Absent"
                                + " while the answer is not complete")
        @Nullable
        String sha256) {
    /**
     * A sentence.
     *
     * @param citations indices into the answer's citations
     */
    @Schema(name = "AnswerSentence")
    record SentenceView(String text, List<Integer> citations, List<DerivationView> derivations) {
        static SentenceView of(AnswerSentence sentence, List<Citation> all) {
            return new SentenceView(
                    sentence.text(),
                    sentence.citations().stream()
                            .map(citation -> index(citation, all))
                            .distinct()
                            .toList(),
                    sentence.derivations().stream()
                            .map(derivation -> DerivationView.of(derivation, all))
                            .toList());
        }

        private static int index(Citation citation, List<Citation> all) {
            for (int i = 0; i < all.size(); i++) {
                Citation other = all.get(i);
                if (other.document().equals(citation.document()) && other.span().equals(citation.span())) {
                    return i;
                }
            }
            throw new IllegalStateException("A sentence cites what its answer does not");
        }
    }

    /** How a value that no contract states as such was arrived at. */
    @Schema(name = "Derivation")
    record DerivationView(Derivation.Operation operation, List<InputView> inputs, String result) {
        static DerivationView of(Derivation derivation, List<Citation> all) {
            return new DerivationView(
                    derivation.operation(),
                    derivation.inputs().stream()
                            .map(input -> InputView.of(input, all))
                            .toList(),
                    derivation.result());
        }
    }

    /**
     * A value that went in.
     *
     * @param citation index into the answer's citations; null for what a fact, the question or the calendar gives
     * @param fact the cell of an imported fact that says it; null for all else
     */
    @Schema(name = "DerivationInput")
    record InputView(
            String what,
            String value,
            @Nullable Integer citation,
            @Nullable FactCell fact) {
        static InputView of(Derivation.Input input, List<Citation> all) {
            Citation citation = input.citation();
            return new InputView(
                    input.what(),
                    input.value(),
                    citation == null ? null : SentenceView.index(citation, all),
                    input.cell());
        }
    }

    /** What was understood and run. */
    @Schema(name = "Plan")
    record PlanView(Plan.Kind kind, LocalDate asOf, List<StepView> steps) {
        static PlanView of(Plan plan) {
            return new PlanView(
                    plan.kind(),
                    plan.asOf(),
                    plan.steps().stream().map(StepView::of).toList());
        }
    }

    /**
     * A query with how much it brought.
     *
     * @param query its sort
     * @param asked for what
     */
    @Schema(name = "PlanStep")
    record StepView(
            @Schema(example = "findings") String query,
            @Schema(implementation = Object.class) TypedQuery asked,
            int found) {
        static StepView of(Plan.Step step) {
            return new StepView(
                    step.query().getClass().getSimpleName().toLowerCase(Locale.ROOT), step.query(), step.found());
        }
    }

    static AnswerView of(String question, Answer answer) {
        List<Citation> citations = answer.citations();
        Plan plan = answer.plan();
        return new AnswerView(
                question,
                answer.text(),
                answer.abstained(),
                answer.sentences().stream()
                        .map(sentence -> SentenceView.of(sentence, citations))
                        .toList(),
                citations.stream().map(CitationView::of).toList(),
                answer.reason(),
                answer.passages().stream().map(CitationView::of).toList(),
                answer.findings(),
                answer.notes(),
                plan == null ? null : PlanView.of(plan),
                answer.writer(),
                null);
    }

    AnswerView sealed(Sha256 hash) {
        return new AnswerView(
                question,
                answer,
                abstained,
                sentences,
                citations,
                reason,
                passages,
                findings,
                notes,
                plan,
                writer,
                hash.hex());
    }
}
