package io.recital.models.finding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FindingTest {
    private final UUID contract = UUID.randomUUID();
    private final UUID document = UUID.randomUUID();

    private Finding finding(List<Citation> citations, double confidence) {
        return new Finding(
                UUID.randomUUID(),
                contract,
                document,
                null,
                ContractFact.of(FactType.GOVERNING_LAW, new TypedValue.Text("England and Wales")),
                citations,
                confidence,
                new Provenance("rules", "1"),
                false,
                ReviewStatus.UNREVIEWED);
    }

    private Citation citation(UUID inDocument) {
        return new Citation(
                contract,
                inDocument,
                "msa.pdf",
                "20.1",
                null,
                new Span(0, 3),
                "law",
                Sha256.of("law"),
                CitationRole.CLAUSE);
    }

    @Test
    void rejectsAFindingWithoutEvidence() {
        assertThatThrownBy(() -> finding(List.of(), 0.9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("evidence");
    }

    @Test
    void rejectsEvidenceFromAnotherDocument() {
        assertThatThrownBy(() -> finding(List.of(citation(UUID.randomUUID())), 0.9))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rejectsAConfidenceOutsideZeroToOne() {
        assertThatThrownBy(() -> finding(List.of(citation(document)), Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> finding(List.of(citation(document)), 1.1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
