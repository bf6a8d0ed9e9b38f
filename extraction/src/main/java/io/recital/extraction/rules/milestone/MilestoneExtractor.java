package io.recital.extraction.rules.milestone;

import io.recital.extraction.rules.statement.Statement;
import io.recital.extraction.rules.statement.Statements;
import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Milestone;
import io.recital.models.finding.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads milestones by rules: what is to be delivered, when, what is paid on it and how it is accepted. */
public final class MilestoneExtractor implements Extractor {
    private static final Provenance PROVENANCE = new Provenance("rules-milestone", "1");
    private static final double FROM_OCR = 0.9;

    private final MilestoneProse prose = new MilestoneProse();
    private final MilestoneTable table = new MilestoneTable();

    @Override
    public Provenance provenance() {
        return PROVENANCE;
    }

    @Override
    public Set<FindingKind> kinds() {
        return Set.of(FindingKind.MILESTONE);
    }

    @Override
    public Extraction extract(ContractReading contract, Clause clause, FindingKind kind) {
        if (kind != FindingKind.MILESTONE) {
            throw new IllegalArgumentException("Asked for " + kind + ", but reads milestones");
        }
        if (!clause.isEnglish() && !clause.language().equals("und")) {
            return new Extraction.Failed(
                    Extraction.FailureCategory.LANGUAGE,
                    false,
                    "The rules read English, and this clause is in another language.");
        }
        if (clause.kind() == ClauseKind.TITLE
                || clause.kind() == ClauseKind.SIGNATURE
                || clause.kind() == ClauseKind.RECITAL) {
            return new Extraction.NothingHere();
        }
        List<Extraction.Candidate> candidates = new ArrayList<>();
        for (TableRow row : clause.rows()) {
            table.read(contract, row).ifPresent(candidates::add);
        }
        for (Statement statement : Statements.of(contract, clause)) {
            Optional<Milestone> milestone = prose.read(statement);
            milestone.ifPresent(found -> candidates.add(
                    new Extraction.Candidate(found, statement.citations(), confidence(contract, found))));
        }
        return candidates.isEmpty() ? new Extraction.NothingHere() : new Extraction.Found(candidates);
    }

    private static double confidence(ContractReading contract, Milestone milestone) {
        double confidence = milestone.due() != null ? 0.82 : 0.7;
        return contract.parsed().fromOcr() ? confidence * FROM_OCR : confidence;
    }
}
