package io.recital.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePortfolioTest {
    private final SamplePortfolio portfolio = SamplePortfolio.load();

    @Test
    void namesEverySourceWithItsTitle() {
        assertThat(portfolio.documents().stream()
                        .map(document -> document.file() + ": " + document.title())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(SampleFiles.sourcesByFile().values().stream()
                        .map(source -> source.fileName() + ": " + source.title())
                        .toList());
        assertThat(portfolio.asOf()).isEqualTo(LocalDate.of(2026, 6, 30));
    }

    @Test
    void namesTheTenantAndTheCounterpartyAsEachContractDoes() {
        for (SourceDocument source : SampleFiles.sourcesByFile().values()) {
            String words =
                    String.join("\n", source.blocks().stream().map(Block::plain).toList());
            if (source.name().contains("-1-")) {
                assertThat(words).as(source.name()).containsIgnoringCase(source.counterparty());
                assertThat(portfolio.tenantCompanies())
                        .as(source.name())
                        .anyMatch(company -> words.toLowerCase(java.util.Locale.ROOT)
                                .contains(company.toLowerCase(java.util.Locale.ROOT)));
            }
        }
    }

    @Test
    void hasAFingerprintThatChangesWithItsDocuments() {
        SamplePortfolio smaller = new SamplePortfolio(
                portfolio.asOf(),
                portfolio.tenantCompanies(),
                portfolio.demoQuestions(),
                portfolio.documents().subList(1, portfolio.documents().size()));
        assertThat(portfolio.fingerprint())
                .matches("[0-9a-f]{8}")
                .isEqualTo(SamplePortfolio.load().fingerprint());
        assertThat(smaller.fingerprint()).isNotEqualTo(portfolio.fingerprint());
    }

    @Test
    void copiesTheCommittedBytes(@TempDir Path folder) throws Exception {
        List<Path> copies = portfolio.copyTo(folder.resolve("inner"));
        assertThat(copies).hasSize(portfolio.documents().size());
        for (Path copy : copies) {
            assertThat(copy).hasSameBinaryContentAs(SampleFiles.DOCUMENTS.resolve(copy.getFileName()));
            assertThat(Files.size(copy)).isPositive();
        }
    }
}
