package io.recital.api.whatif;

import io.recital.api.finding.CitationView;
import io.recital.models.evidence.Derivation;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Scenario;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

        List<Rest> rests,

        @Schema(description = "The calculation, step by step")
        List<Derivation> workings) {
    /** A finding that it rests on, with its words. */
    record Rest(UUID finding, String says, List<CitationView> citations) {
        static Rest of(Finding finding) {
            return new Rest(
                    finding.id(),
                    finding.content().summary(),
                    finding.citations().stream().map(CitationView::of).toList());
        }
    }

    static ScenarioView of(String counterparty, Scenario scenario) {
        return new ScenarioView(
                counterparty,
                scenario.title(),
                scenario.now(),
                scenario.then(),
                scenario.until(),
                scenario.assumptions(),
                scenario.isProvisional(),
                scenario.rests().stream().map(Rest::of).toList(),
                scenario.workings());
    }
}
