package io.recital.ingestion.job;

import io.recital.models.clause.Clause;
import io.recital.models.clause.Definition;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.ContractReader;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LlmCalls;
import io.recital.models.finding.Provenance;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A small reader of contracts: the parties that the definitions name, and the first line as the title. */
final class PartyReader implements ContractReader {
    static final String VERSION = "party-reader/1";

    @Override
    public Reading read(ContractReading contract, LlmCalls calls) {
        List<Finding> findings = new ArrayList<>();
        for (Definition definition : contract.segmentation().definitions()) {
            if (definition.party()) {
                TypedValue party = new TypedValue.Party(
                        definition.meaning(),
                        definition.term(),
                        definition.term().toLowerCase(Locale.ROOT));
                findings.add(finding(
                        contract, FactType.PARTY, party, contract.clauses().get(0)));
            }
        }
        Clause first = contract.clauses().get(0);
        findings.add(finding(
                contract,
                FactType.TITLE,
                new TypedValue.Text(first.text().lines().findFirst().orElseThrow()),
                first));
        return new Reading(findings, List.of("Only parties and titles were read."));
    }

    private static Finding finding(ContractReading contract, FactType type, TypedValue value, Clause clause) {
        return new Finding(
                UUID.randomUUID(),
                contract.contract(),
                contract.document(),
                clause.id(),
                ContractFact.of(type, value),
                List.of(contract.cite(clause.span(), CitationRole.CLAUSE)),
                1,
                new Provenance("party-reader", "1"),
                false,
                ReviewStatus.UNREVIEWED);
    }
}
