package io.recital.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

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
    void namesTheTenantAndTheCounterpartyAsTheDocumentDoes() {
        for (SamplePortfolio.Document document : portfolio.documents()) {
            WrittenText text = new WrittenText(SampleFiles.sourcesByFile().get(document.file()));
            assertThat(text.find(document.counterparty(), 1))
                    .as(document.file())
                    .isNotNegative();
            assertThat(portfolio.tenantCompanies()).as(document.file()).anyMatch(company -> text.find(company, 1) >= 0);
        }
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

    @Test
    void asksQuestionsWhoseQuotesStandInTheirClauses() {
        JsonNode questions = SampleFiles.json("questions.json");
        assertThat(questions.size()).isGreaterThanOrEqualTo(25);
        int unanswerable = 0;
        for (JsonNode question : questions) {
            if (!question.get("answerable").booleanValue()) {
                assertThat(question.has("quote")).isFalse();
                unanswerable++;
                continue;
            }
            String quote = question.get("quote").stringValue();
            WrittenText text = new WrittenText(
                    SampleFiles.sourcesByFile().get(question.get("document").stringValue()));
            int at = text.find(quote, 1);
            assertThat(at).as(quote).isNotNegative();
            assertThat(text.pathAt(at)).as(quote).isEqualTo(question.get("path").stringValue());
        }
        assertThat(unanswerable).isEqualTo(4);
    }
}
