package io.recital.api.ledger;

import io.recital.api.finding.RestView;
import io.recital.models.evidence.Derivation;
import io.recital.models.fact.Period;
import io.recital.models.ledger.InOrder;
import io.recital.models.report.Standing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What was found in order, as the API shows it. */
@Schema(name = "InOrder", description = "Held against its clause and found in order")
record InOrderView(
        String counterparty,

        @Schema(description = "Title of the contract whose clause it was held against")
        String contract,

        @Schema(example = "rate") String check,
        String title,
        Period period,

        @Schema(description = "What clears the suspicion that it might have raised; empty where there was none")
        String because,

        List<RestView> rests,

        @Schema(description = "Rows that were looked at, by kind", example = "[\"invoice-line:T-INV-1\"]")
        List<String> rows,

        @Schema(description = "The calculation, step by step")
        List<Derivation> workings) {
    static InOrderView of(Standing standing, InOrder found) {
        return new InOrderView(
                standing.name(),
                found.contract(standing.dossier().family()),
                found.check(),
                found.title(),
                found.period(),
                found.because(),
                found.rests().stream().map(RestView::of).toList(),
                found.rows(),
                found.workings());
    }
}
