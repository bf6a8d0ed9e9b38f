package io.recital.api.ledger;

import io.recital.models.contract.Counterparty;
import io.recital.models.ledger.BlockingFinding;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.LedgerTotal;
import io.recital.models.report.Standing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;

/** Ledgers as the API shows them. */
@Schema(name = "Ledgers", description = "What contracts and facts come to in money on a day")
record LedgerView(
        LocalDate asOf,

        @Schema(description = "By class and currency; neither is ever added up across")
        List<LedgerTotal> totals,

        List<OfCounterparty> counterparties) {
    /**
     * One counterparty's ledger.
     *
     * @param blocking findings to review, by currency the one with the most money at stake first
     */
    record OfCounterparty(
            Counterparty counterparty, List<LedgerTotal> totals, List<OutcomeView> outcomes, List<Blocking> blocking) {
        static OfCounterparty of(Standing standing, LocalDate asOf) {
            Ledger ledger = standing.ledger();
            return new OfCounterparty(
                    standing.family().counterparty(),
                    ledger.totals(asOf),
                    ledger.outcomes().stream()
                            .map(outcome -> OutcomeView.of(outcome, asOf))
                            .toList(),
                    ledger.blocking(asOf).stream().map(Blocking::of).toList());
        }
    }

    /** A finding that nobody has accepted, and what waits for it. */
    record Blocking(UUID finding, String says, Money atStake, int entries) {
        static Blocking of(BlockingFinding blocking) {
            return new Blocking(
                    blocking.finding().id(),
                    blocking.finding().content().summary(),
                    blocking.atStake(),
                    blocking.entries());
        }
    }

    static LedgerView of(List<Standing> standings, LocalDate asOf) {
        return new LedgerView(
                asOf,
                Ledger.totals(standings.stream().map(Standing::ledger).toList(), asOf),
                standings.stream()
                        .map(standing -> OfCounterparty.of(standing, asOf))
                        .toList());
    }
}
