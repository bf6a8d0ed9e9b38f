package io.recital.performance.brief;

import io.recital.models.governance.brief.RenewalBrief;
import io.recital.models.performance.ContractComparison;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Standing;
import io.recital.performance.comparison.Comparisons;
import io.recital.performance.ledger.Ledgers;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what a renewal brief is made from. */
public final class Briefs {
    private final Ledgers ledgers;
    private final Comparisons comparisons;

    public Briefs(Ledgers ledgers, Comparisons comparisons) {
        this.ledgers = ledgers;
        this.comparisons = comparisons;
    }

    /**
     * The brief of a counterparty on a day; empty when the tenant has no contract with it.
     *
     * @param asOf null for today
     */
    public Optional<RenewalBrief> find(UUID tenant, UUID counterparty, @Nullable LocalDate asOf) {
        ReportQuestion question = ledgers.question(tenant, counterparty, Ledgers.ALWAYS, asOf);
        return question.standings().stream()
                .findFirst()
                .map(standing ->
                        RenewalBrief.of(standing, question.governance(), compared(tenant, standing, question.asOf())));
    }

    private List<ContractComparison> compared(UUID tenant, Standing standing, LocalDate asOf) {
        return standing.family().inForce(asOf).stream()
                .flatMap(member -> comparisons.find(tenant, member.contract().id()).stream())
                .toList();
    }
}
