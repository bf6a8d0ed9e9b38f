package io.recital.extraction.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.statement.ContractText;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractReader.Reading;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.LlmUse;
import io.recital.models.finding.Provenance;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CascadeTest {
    private static final ContractReading CONTRACT = ContractText.betweenSupplierAndCustomer()
            .clause("1", "Liability is capped at EUR 5.")
            .clause("2", "Supplier may audit.")
            .reading();

    private static CommercialLever lever(LeverType type) {
        return new CommercialLever(type, List.of());
    }

    @Test
    void makesFindingsOfWhatTheOfflineExtractorsFound() {
        Told rules = Told.finds("rules", lever(LeverType.LIABILITY_CAP)).in("1");

        Reading reading = new Cascade(List.of(rules)).read(CONTRACT);

        assertThat(reading.remarks()).isEmpty();
        assertThat(reading.use()).isEqualTo(LlmUse.NONE);
        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.provenance()).isEqualTo(new Provenance("rules", "1"));
            assertThat(finding.citations().get(0).quote()).isEqualTo("Liability is capped at EUR 5.");
        });
    }

    @Test
    void givesTheSameFindingTheSameIdEachTime() {
        Cascade cascade = new Cascade(List.of(Told.finds("rules", lever(LeverType.AUDIT))));

        List<UUID> once =
                cascade.read(CONTRACT).findings().stream().map(Finding::id).toList();

        assertThat(cascade.read(CONTRACT).findings()).extracting(Finding::id).isEqualTo(once);
        assertThat(once).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void keepsTheOrderOfItsExtractorsAlthoughTheyWorkSideBySide() {
        List<Extractor> extractors = List.of(
                Told.finds("first", lever(LeverType.AUDIT)).in("1"),
                Told.finds("second", lever(LeverType.RENEWAL)).in("1"),
                Told.finds("third", lever(LeverType.LIABILITY_CAP)).in("1"),
                Told.finds("fourth", lever(LeverType.REBATE)).in("1"));

        assertThat(new Cascade(extractors).read(CONTRACT).findings())
                .extracting(finding -> finding.provenance().extractor())
                .containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void keepsWhatAnExtractorIsUnsureOfWhenThereIsNobodyElseToAsk() {
        Reading reading =
                new Cascade(List.of(Told.doubts("rules", lever(LeverType.AUDIT)).in("2"))).read(CONTRACT);

        assertThat(reading.findings()).hasSize(1);
        assertThat(reading.use()).isEqualTo(LlmUse.NONE);
    }

    @Test
    void rejectsAQuoteThatIsNotInTheTextAndSaysSo() {
        Citation invented = new Citation(
                CONTRACT.contract(),
                CONTRACT.document(),
                "msa.txt",
                "1",
                null,
                new Span(0, 9),
                "Unlimited",
                Sha256.of("Unlimited"),
                CitationRole.CLAUSE);
        Told liar = new Told(
                "model",
                FindingKind.LEVER,
                (contract, clause) -> new Extraction.Found(
                        List.of(new Candidate(lever(LeverType.LIABILITY_CAP), List.of(invented), 0.99))));

        Reading reading = new Cascade(List.of(liar)).read(CONTRACT);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.remarks()).singleElement().asString().contains("not in the text on 2 clauses");
    }
}
