package io.recital.api.contract;

import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.performance.comparison.Comparisons;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A contract held against the tenant's others. */
@RestController
@RequestMapping("/api/v1/contracts/{id}/comparison")
@Tag(name = "Contracts")
class ComparisonController {
    private final Comparisons comparisons;

    ComparisonController(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @GetMapping
    @Operation(
            summary = "Compare a contract with the tenant's other contracts of its type",
            description =
                    "Levers, risk terms and other clauses that most of the others have and this one lacks, numbers"
                            + " out of line with theirs, and terms that hardly any other has. With fewer than 5 others of the"
                            + " type it is held against all other agreements; with fewer than 5 of those, against nothing.")
    ComparisonView compare(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, @PathVariable UUID id) {
        return comparisons
                .find(tenant, id)
                .map(ComparisonView::of)
                .orElseThrow(() -> ProblemException.notFound("contract", id));
    }
}
