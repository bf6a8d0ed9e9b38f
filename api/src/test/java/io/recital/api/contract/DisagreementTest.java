package io.recital.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Provenance;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.finding.TypedValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DisagreementTest {
    private static final UUID CONTRACT = UUID.randomUUID();
    private static final UUID DOCUMENT = UUID.randomUUID();
    private static final List<Finding> FACTS = List.of(
            fact(FactType.EXPIRATION_DATE, new TypedValue.Day(LocalDate.of(2027, 3, 31))),
            fact(FactType.GOVERNING_LAW, new TypedValue.Text("England and Wales")));

    private static Finding fact(FactType type, TypedValue value) {
        return new Finding(
                UUID.randomUUID(),
                CONTRACT,
                DOCUMENT,
                null,
                ContractFact.of(type, value),
                List.of(new Citation(
                        CONTRACT,
                        DOCUMENT,
                        "msa.pdf",
                        "1",
                        null,
                        new Span(0, 4),
                        "word",
                        Sha256.of("word"),
                        CitationRole.CLAUSE)),
                0.9,
                new Provenance("rules", "1"),
                false,
                ReviewStatus.UNREVIEWED);
    }

    @Test
    void listsAStatementThatTheTextContradicts() {
        assertThat(Disagreement.between(Map.of("expirationDate", "2027-12-31"), FACTS))
                .containsExactly(new Disagreement("expirationDate", "2027-12-31", List.of("2027-03-31")));
    }

    @Test
    void agreesWhateverTheSpellingOfNameAndValue() {
        assertThat(Disagreement.between(
                        Map.of("Expiration-Date", "2027-03-31", "governing_law", "england & wales"), FACTS))
                .extracting(Disagreement::name)
                .doesNotContain("Expiration-Date");
        assertThat(Disagreement.between(Map.of("governingLaw", "ENGLAND AND WALES"), FACTS))
                .isEmpty();
    }

    @Test
    void countsSilenceOfTheTextAndUnknownNamesAsNoDisagreement() {
        assertThat(Disagreement.between(Map.of("effectiveDate", "2026-01-01", "costCentre", "4711"), FACTS))
                .isEmpty();
    }
}
