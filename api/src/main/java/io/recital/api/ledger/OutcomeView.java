package io.recital.api.ledger;

import io.recital.api.finding.RestView;
import io.recital.models.evidence.Derivation;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An outcome of a check as the API shows it. */
@Schema(name = "LedgerOutcome")
record OutcomeView(
        @Schema(description = "entry, breach or not-checkable")
        String sort,

        String check,
        String title,
        @Nullable Period period,

        @Schema(description = "Class of value leakage; of an entry only") @Nullable
        LeakageClass leakage,

        @Nullable Money amount,

        @Schema(description = "Rests on a finding that nobody has accepted; no claim letter asks for it")
        boolean provisional,

        @Schema(description = "Its last day is over; it cannot be claimed any more")
        boolean lapsed,

        @Schema(description = "From when a row that it rests on is disputed; no claim letter asks for it") @Nullable
        LocalDate disputedSince,

        @Schema(description = "Last day for claiming it, from a cited clause; null when no clause says") @Nullable
        LocalDate recoverableUntil,

        @Nullable Double confidence,
        List<RestView> rests,

        @Schema(description = "Rows of performance facts, by kind", example = "[\"invoice-line:T-INV-1\"]")
        List<String> rows,

        @Schema(description = "The calculation, step by step")
        List<Derivation> workings,

        @Schema(description = "The input that is missing; of what cannot be checked only") @Nullable
        String missing) {
    static OutcomeView of(Outcome outcome, LocalDate asOf) {
        List<RestView> rests = outcome.rests().stream().map(RestView::of).toList();
        if (outcome instanceof LedgerEntry entry) {
            return new OutcomeView(
                    "entry",
                    entry.check(),
                    entry.title(),
                    entry.period(),
                    entry.leakage(),
                    entry.amount(),
                    entry.isProvisional(),
                    entry.isLapsedOn(asOf),
                    entry.disputedSince(),
                    entry.recoverableUntil(),
                    entry.confidence(),
                    rests,
                    entry.rows(),
                    entry.workings(),
                    null);
        }
        if (outcome instanceof Breach breach) {
            return new OutcomeView(
                    "breach",
                    breach.check(),
                    breach.title(),
                    breach.period(),
                    null,
                    null,
                    breach.rests().stream().anyMatch(Finding::isProvisional),
                    false,
                    null,
                    null,
                    null,
                    rests,
                    breach.rows(),
                    List.of(),
                    null);
        }
        NotCheckable open = (NotCheckable) outcome;
        return new OutcomeView(
                "not-checkable",
                open.check(),
                open.title(),
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                null,
                rests,
                List.of(),
                List.of(),
                open.missing());
    }
}
