package io.recital.api.maturity;

import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.maturity.Criterion;
import io.recital.models.maturity.MaturityAnswer;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The short questionnaire behind the maturity report. */
@RestController
@RequestMapping("/api/v1/maturity/questions")
@Tag(name = "Reports")
class MaturityController {
    private final Repositories store;
    private final Tenancy tenancy;
    private final Clock clock;

    MaturityController(Repositories store, Tenancy tenancy, Clock clock) {
        this.store = store;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * A question with its latest answer.
     *
     * @param answer null while nobody answered
     */
    record QuestionView(
            String id,
            String dimension,
            String stage,
            String question,
            @Nullable Boolean answer) {}

    /** Who answers what. */
    record AnswerRequest(@Nullable Boolean met, @Nullable String by) {}

    @GetMapping
    @Operation(summary = "List the questions of the maturity assessment with their latest answers")
    List<QuestionView> list(@Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        Map<Criterion, Boolean> answers = tenancy.call(
                tenant, () -> MaturityAnswer.on(today, store.maturity().listAnswers()));
        return questions().stream()
                .map(criterion -> new QuestionView(
                        criterion.label(),
                        criterion.dimension().label(),
                        criterion.stage().display(),
                        criterion.statement(),
                        answers.get(criterion)))
                .toList();
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Answer a question of the maturity assessment",
            description = "The latest answer counts; earlier ones are kept, for the report as of an earlier day.")
    List<QuestionView> answer(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Parameter(example = "owners") @PathVariable String id,
            @RequestBody AnswerRequest request) {
        Criterion criterion = questions().stream()
                .filter(question -> question.label().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest("There is no question “" + id + "”; there are "
                        + questions().stream().map(Criterion::label).collect(Collectors.joining(", ")) + "."));
        Boolean met = request.met();
        String by = request.by();
        if (met == null || by == null || by.isBlank()) {
            throw ProblemException.badRequest("Say met (true or false) and by whom it is answered (by).");
        }
        tenancy.run(tenant, () -> store.maturity().answer(criterion, met, by.strip()));
        return list(tenant);
    }

    private static List<Criterion> questions() {
        return Arrays.stream(Criterion.values()).filter(Criterion::isQuestion).toList();
    }
}
