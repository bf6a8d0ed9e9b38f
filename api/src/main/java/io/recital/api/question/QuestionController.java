package io.recital.api.question;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.retrieval.answer.Answer;
import io.recital.retrieval.answer.Answers;
import io.recital.retrieval.answer.Question;
import io.recital.retrieval.plan.Turn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** Questions in plain language, answered with citations or not at all. */
@RestController
@RequestMapping("/api/v1/questions")
@Tag(name = "Questions")
class QuestionController {
    private final Answers answers;
    private final Repositories store;
    private final Tenancy tenancy;
    private final Clock clock;
    private final AnswerSeal seal;
    private final JsonMapper json;

    QuestionController(Answers answers, Repositories store, Tenancy tenancy, Clock clock, JsonMapper json) {
        this.answers = answers;
        this.store = store;
        this.tenancy = tenancy;
        this.clock = clock;
        this.seal = new AnswerSeal(json);
        this.json = json;
    }

    /** A question; the contract is optional when its words name one. */
    @Schema(name = "Question")
    record Ask(
            @NotBlank
            @Size(max = 2000)
            @Schema(example = "Within how many days must Calderbrook pay an invoice from Kesterline?")
            String question,

            @Nullable UUID contract,

            @Schema(description = "The day on which it is asked; today when left out", example = "2026-06-30") @Nullable
            LocalDate asOf,

            @Valid
            @Size(max = 20)
            @Schema(description = "What was asked before, oldest first; left out when nothing was")
            @Nullable
            List<AskedBefore> conversation) {}

    /** An earlier question with the citations of its answer, as they came; of these, only where they stand counts. */
    @Schema(name = "AskedBefore")
    record AskedBefore(
            @NotBlank @Size(max = 2000) String question,

            @Valid @Size(max = 200) @Nullable List<Cited> citations) {
        Turn turn() {
            return new Turn(
                    question,
                    citations == null
                            ? List.of()
                            : citations.stream().map(Cited::place).toList());
        }
    }

    /** Where an earlier answer stood; what else a citation holds may be sent along. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "Cited")
    record Cited(
            @NotNull UUID contract,
            @NotNull UUID document,
            @NotNull String path) {
        Turn.Place place() {
            return new Turn.Place(contract, document, path);
        }
    }

    @PostMapping
    @Operation(summary = "Ask a question")
    AnswerView ask(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Validated @RequestBody Ask ask) {
        Question question = question(tenant, ask);
        return seal.seal(AnswerView.of(question.text(), answers.answer(tenant, question)));
    }

    @PostMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Ask a question and be told as it goes",
            description =
                    "Server-sent events: plan, passages, a sentence each, then done with the whole answer; or error"
                            + " with a problem detail.")
    ResponseEntity<StreamingResponseBody> stream(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Validated @RequestBody Ask ask) {
        Question question = question(tenant, ask);
        StreamingResponseBody events = out -> {
            AnswerEvents progress = new AnswerEvents(out, json);
            try {
                Answer answer = answers.answer(tenant, question, progress);
                progress.done(seal.seal(AnswerView.of(question.text(), answer)));
            } catch (RuntimeException e) {
                progress.failed(e);
            }
        };
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("Cache-Control", "no-store")
                .body(events);
    }

    private Question question(UUID tenant, Ask ask) {
        UUID contract = ask.contract();
        if (contract != null
                && tenancy.call(tenant, () -> store.contracts().find(contract)).isEmpty()) {
            throw ProblemException.notFound("contract", contract);
        }
        LocalDate asOf = ask.asOf() == null ? LocalDate.now(clock) : ask.asOf();
        List<Turn> earlier = ask.conversation() == null
                ? List.of()
                : ask.conversation().stream().map(AskedBefore::turn).toList();
        return ProblemException.valid(() -> new Question(ask.question(), contract, asOf, earlier));
    }
}
