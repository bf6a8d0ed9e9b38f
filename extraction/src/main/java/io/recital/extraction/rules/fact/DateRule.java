package io.recital.extraction.rules.fact;

import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FactType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** States the agreement date, the effective date, and when the contract ends. */
final class DateRule implements FactRule {
    private final Optional<TermJudge> other;

    /** @param other judges beside the rules when a contract ends */
    DateRule(Optional<TermJudge> other) {
        this.other = other;
    }

    @Override
    public List<Candidate> judge(FactReading contract) {
        ContractDates dates = ContractDates.of(contract);
        List<Candidate> found = new ArrayList<>();
        dates.agreement().ifPresent(date -> found.add(candidate(FactType.AGREEMENT_DATE, date)));
        dates.effective().forEach(date -> found.add(candidate(FactType.EFFECTIVE_DATE, date)));
        found.addAll(TermRule.judge(contract, dates, other));
        return found;
    }

    private static Candidate candidate(FactType type, ContractDates.Dated date) {
        return new Candidate(ContractFact.of(type, date.value()), date.citations(), date.confidence());
    }
}
