package io.recital.extraction.rules.milestone;

import io.recital.extraction.rules.EnglishRules;
import io.recital.extraction.rules.statement.Statement;
import io.recital.extraction.rules.statement.Statements;
import io.recital.extraction.rules.wording.ReadingCache;
import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads milestones by rules: what is to be delivered, when, what is paid on it and how it is accepted. */
public final class MilestoneExtractor extends EnglishRules {
    private static final Provenance PROVENANCE = new Provenance("rules-milestone", "5");

    private final MilestoneProse prose = new MilestoneProse();
    private final MilestoneTable table = new MilestoneTable();
    private final ReadingCache<Acceptance> acceptance = new ReadingCache<>(Acceptance::of);

    public MilestoneExtractor() {
        super(PROVENANCE, FindingKind.MILESTONE, Set.of(ClauseKind.SIGNATURE, ClauseKind.RECITAL));
    }

    @Override
    protected Extraction read(ContractReading contract, Clause clause) {
        List<Extraction.Candidate> candidates = new ArrayList<>();
        for (TableRow row : clause.rows()) {
            table.read(contract, clause, row, acceptance.get(contract))
                    .ifPresent(found -> candidates.add(candidate(
                            contract,
                            found.milestone(),
                            found.citations(),
                            found.milestone().due() != null ? 0.9 : 0.8)));
        }
        List<Statement> statements = clause.kind() == ClauseKind.TITLE ? List.of() : Statements.of(contract, clause);
        for (Statement statement : statements) {
            prose.read(statement)
                    .ifPresent(found -> candidates.add(
                            candidate(contract, found, statement.citations(), found.due() != null ? 0.82 : 0.7)));
        }
        return found(candidates);
    }
}
