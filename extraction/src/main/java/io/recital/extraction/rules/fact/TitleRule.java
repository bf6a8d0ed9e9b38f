package io.recital.extraction.rules.fact;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FactType;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;

/** States the title and the document type that it names. */
final class TitleRule implements FactRule {
    @Override
    public List<Candidate> judge(FactReading contract) {
        List<Candidate> found = new ArrayList<>();
        contract.title().ifPresent(range -> {
            String title = contract.titleWords();
            if (!title.isEmpty()) {
                Citation citation = contract.wording().cite(range.start(), range.end(), CitationRole.CLAUSE);
                double confidence = range.confidence();
                List<Citation> citations = new ArrayList<>(List.of(citation));
                range.named()
                        .ifPresent(named -> citations.add(
                                contract.wording().cite(named.start(), named.end(), CitationRole.DEFINITION)));
                found.add(new Candidate(
                        ContractFact.of(FactType.TITLE, new TypedValue.Text(title)), citations, confidence));
                String type = DocumentTypes.of(title);
                if (!type.isEmpty()) {
                    found.add(FactReading.fact(
                            FactType.DOCUMENT_TYPE, new TypedValue.Text(type), confidence - 0.05, citation));
                }
            }
        });
        return found;
    }
}
