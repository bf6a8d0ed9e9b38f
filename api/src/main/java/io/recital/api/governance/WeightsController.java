package io.recital.api.governance;

import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.governance.ScorePart;
import io.recital.models.governance.ScoreWeights;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How much each part of a score counts. */
@RestController
@RequestMapping("/api/v1/scorecard/weights")
@Tag(name = "Governance")
class WeightsController {
    private final Repositories store;
    private final Tenancy tenancy;
    private final Clock clock;

    WeightsController(Repositories store, Tenancy tenancy, Clock clock) {
        this.store = store;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * Weights in force.
     *
     * @param from null for the default, which was always there
     * @param byDefault what counts where nobody decided otherwise
     */
    record WeightsView(
            @Nullable LocalDate from,
            String setBy,
            Map<ScorePart, Integer> weights,
            Map<ScorePart, Integer> byDefault,
            List<Given> given) {}

    /** Weights that were given at some time, the oldest first. */
    record Given(LocalDate from, String setBy, Map<ScorePart, Integer> weights) {}

    /**
     * New weights.
     *
     * @param weights whole percent of each part; 100 together
     * @param from the first day for which they count; today when left out
     */
    record WeightsRequest(
            @Nullable Map<String, Integer> weights,
            @Nullable LocalDate from,
            @Nullable String by) {}

    @GetMapping
    @Operation(
            summary = "Get the weights of the scorecard",
            description = "Those in force on a day, the default, and all that were ever given.")
    WeightsView get(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Parameter(description = "Today when left out", example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate asOf) {
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        return tenancy.call(tenant, () -> view(store.scoreWeights().list(null), day));
    }

    private static WeightsView view(List<ScoreWeights> given, LocalDate day) {
        ScoreWeights inForce = ScoreWeights.on(day, given);
        boolean isDefault = inForce.equals(ScoreWeights.DEFAULT);
        return new WeightsView(
                isDefault ? null : inForce.from(),
                inForce.setBy(),
                inForce.weights(),
                ScoreWeights.DEFAULT.weights(),
                given.stream()
                        .map(each -> new Given(each.from(), each.setBy(), each.weights()))
                        .toList());
    }

    @PutMapping
    @Operation(
            summary = "Set the weights of the scorecard",
            description = "From a day on: a score as of an earlier day is shown with the weights of then.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            value =
                                                                    "{\"weights\": {\"measures\": 50, \"duties\": 20, \"invoices\": 10, \"credits\": 10, \"actions\": 5, \"responsiveness\": 5}, \"from\": \"2026-01-01\", \"by\": \"R. Okafor\"}"))))
    WeightsView set(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @RequestBody WeightsRequest request) {
        ScoreWeights weights = read(request);
        return tenancy.call(tenant, () -> {
            store.scoreWeights().add(weights);
            return view(store.scoreWeights().list(null), weights.from());
        });
    }

    private ScoreWeights read(WeightsRequest request) {
        Map<String, Integer> given = request.weights();
        String by = request.by();
        if (given == null || by == null || by.isBlank()) {
            throw ProblemException.badRequest("Send the weights of the parts and who sets them ('by').");
        }
        Map<ScorePart, Integer> weights = new EnumMap<>(ScorePart.class);
        given.forEach((label, weight) -> weights.put(
                ScorePart.find(label)
                        .orElseThrow(() -> ProblemException.badRequest(
                                "There is no part “" + label + "”: name " + ScorePart.labels() + ".")),
                weight));
        LocalDate from = request.from();
        return ProblemException.valid(() -> new ScoreWeights(from == null ? LocalDate.now(clock) : from, weights, by));
    }
}
