package io.recital.api.question;

import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.retrieval.answer.Answers;
import io.recital.retrieval.answer.Question;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions in plain language, answered with citations or not at all. */
@RestController
@RequestMapping("/api/v1/questions")
@Tag(name = "Questions")
class QuestionController {
    private final Answers answers;
    private final Repositories store;
    private final Tenancy tenancy;
    private final Clock clock;

    QuestionController(Answers answers, Repositories store, Tenancy tenancy, Clock clock) {
        this.answers = answers;
        this.store = store;
        this.tenancy = tenancy;
        this.clock = clock;
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
            LocalDate asOf) {}

    @PostMapping
    @Operation(summary = "Ask a question")
    AnswerView ask(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Validated @RequestBody Ask ask) {
        UUID contract = ask.contract();
        if (contract != null
                && tenancy.call(tenant, () -> store.contracts().find(contract)).isEmpty()) {
            throw ProblemException.notFound("contract", contract);
        }
        LocalDate asOf = ask.asOf() == null ? LocalDate.now(clock) : ask.asOf();
        return AnswerView.of(answers.answer(tenant, new Question(ask.question(), contract, asOf)));
    }
}
