package io.recital.extraction.rules.risk;

import io.recital.extraction.rules.EnglishRules;
import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Span;
import io.recital.models.finding.ClauseLabel;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Labels the sentences that shift risk and that CUAD has no label for: indemnity, force majeure, data protection,
 * confidentiality, set-off, sole remedy.
 */
public final class RiskTermExtractor extends EnglishRules {
    private static final double CONFIDENCE = 0.8;
    private static final int LONGEST_SENTENCE = 3_000;

    public RiskTermExtractor() {
        super(new Provenance("rules-risk", "1"), FindingKind.LABEL, Set.of(ClauseKind.TITLE, ClauseKind.SIGNATURE));
    }

    @Override
    protected Extraction read(ContractReading contract, Clause clause) {
        List<Candidate> labels = new ArrayList<>();
        for (Span sentence : SentenceSplitter.split(contract.text(), clause.span())) {
            if (sentence.length() <= LONGEST_SENTENCE) {
                for (RiskTerm term : RiskTerm.of(contract.text().slice(sentence))) {
                    labels.add(candidate(
                            contract,
                            new ClauseLabel(term.label()),
                            List.of(contract.cite(sentence, CitationRole.CLAUSE)),
                            CONFIDENCE));
                }
            }
        }
        return found(labels);
    }
}
