package io.recital.api.whatif;

import io.recital.api.finding.RestView;
import io.recital.models.evidence.Derivation;
import io.recital.models.ledger.Scenario;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A scenario as the API shows it. */
@Schema(name = "Scenario", description = "What would be if something were otherwise; no claim")
record ScenarioView(
        String counterparty,
        String title,

        @Schema(description = "What it comes to as things are") @Nullable
        Money now,

        @Schema(description = "What it would come to") @Nullable
        Money then,

        @Schema(description = "Last day on which it can still be brought about") @Nullable
        LocalDate until,

        List<String> assumptions,

        @Schema(description = "Rests on a finding that nobody has accepted")
        boolean provisional,

        List<RestView> rests,

        @Schema(description = "The calculation, step by step")
        List<Derivation> workings) {
    static ScenarioView of(String counterparty, Scenario scenario) {
        return new ScenarioView(
                counterparty,
                scenario.title(),
                scenario.now(),
                scenario.then(),
                scenario.until(),
                scenario.assumptions(),
                scenario.isProvisional(),
                scenario.rests().stream().map(RestView::of).toList(),
                scenario.workings());
    }
}
