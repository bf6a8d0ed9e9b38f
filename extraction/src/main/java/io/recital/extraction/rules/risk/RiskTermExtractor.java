package io.recital.extraction.rules.risk;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Span;
import io.recital.models.finding.ClauseLabel;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.Extraction.FailureCategory;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Labels the sentences that shift risk and that CUAD has no label for: indemnity, force majeure, data protection,
 * confidentiality, set-off, sole remedy.
 */
public final class RiskTermExtractor implements Extractor {
    private static final Provenance PROVENANCE = new Provenance("rules-risk", "1");
    private static final double CONFIDENCE = 0.8;
    private static final int LONGEST_SENTENCE = 3_000;

    @Override
    public Provenance provenance() {
        return PROVENANCE;
    }

    @Override
    public Set<FindingKind> kinds() {
        return Set.of(FindingKind.LABEL);
    }

    @Override
    public Extraction extract(ContractReading contract, Clause clause, FindingKind kind) {
        if (kind != FindingKind.LABEL) {
            throw new IllegalArgumentException("Can be asked for labels only, not for " + kind);
        }
        if (!clause.isEnglish()) {
            return new Extraction.Failed(FailureCategory.LANGUAGE, false, "the rules read English only");
        }
        if (clause.kind() == ClauseKind.TITLE || clause.kind() == ClauseKind.SIGNATURE) {
            return new Extraction.NothingHere();
        }
        List<Candidate> found = new ArrayList<>();
        for (Span sentence : SentenceSplitter.split(contract.text(), clause.span())) {
            if (sentence.length() <= LONGEST_SENTENCE) {
                RiskTerm.of(contract.text().slice(sentence))
                        .forEach(term -> found.add(new Candidate(
                                new ClauseLabel(term.label()),
                                List.of(contract.cite(sentence, CitationRole.CLAUSE)),
                                CONFIDENCE)));
            }
        }
        return found.isEmpty() ? new Extraction.NothingHere() : new Extraction.Found(found);
    }
}
