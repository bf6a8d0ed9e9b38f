package io.recital.eval.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.eval.EvalException;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.finding.Obligation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacedGoldTest {
    private static final String TEXT = "𝄞 The Baker shall\r\n  bake the bread daily.\r\n";

    @TempDir
    private Path folder;

    private Path gold;

    @BeforeEach
    void writesADocument() throws IOException {
        gold = Files.createDirectory(folder.resolve("gold"));
        Files.createDirectory(folder.resolve("breads"));
        Files.writeString(folder.resolve("breads/baker, the.txt"), TEXT);
    }

    private void writesGold(String sha256, String action) throws IOException {
        Files.writeString(gold.resolve("baker.json"), """
                {"file": "breads/baker, the.txt", "sha256": "%s", "role": "buyer", "findings": [
                  {"id": "baker-ob-1", "content": {"kind": "obligation", "modality": "duty",
                   "obligor": {"asWritten": "@6:11"}, "action": "%s"}, "quotes": [{"start": 2, "end": 41, "role": "clause"}]}
                ]}""".formatted(sha256, action));
    }

    @Test
    void putsTheWordsOfTheDocumentWhereTheGoldNamesTheirPlace() throws IOException {
        writesGold(Sha256.of(TEXT).hex(), "@21:35");
        LabelledPortfolio.Document document =
                PlacedGold.read(gold, folder).documents().get(0);
        assertThat(document.parsed().text().value()).isEqualTo(TEXT);
        LabelledFinding finding = document.gold().get(0);
        assertThat(finding.spans()).containsExactly(new Span(2, 41));
        assertThat(finding.content()).isInstanceOfSatisfying(Obligation.class, obligation -> {
            assertThat(obligation.obligor().asWritten()).isEqualTo("Baker");
            assertThat(obligation.action()).isEqualTo("bake the bread");
        });
    }

    @Test
    void putsWordsThatRunOverALineEndOnOneLine() throws IOException {
        writesGold(Sha256.of(TEXT).hex(), "@12:25");
        assertThat(PlacedGold.read(gold, folder)
                        .documents()
                        .get(0)
                        .gold()
                        .get(0)
                        .content()
                        .summary())
                .contains("shall bake");
    }

    @Test
    void namesADocumentThatIsAbsentOrIsNotTheOneThatWasAnnotated() throws IOException {
        writesGold("0".repeat(64), "@21:35");
        assertThatThrownBy(() -> PlacedGold.read(gold, folder))
                .isInstanceOf(EvalException.class)
                .hasMessageContaining("breads/baker, the.txt is not the file that was annotated");
        assertThatThrownBy(() -> PlacedGold.read(gold, gold))
                .isInstanceOf(EvalException.class)
                .hasMessageContaining("breads/baker, the.txt is not in");
    }

    @Test
    void namesAFindingWhosePlaceIsNotInTheDocument() throws IOException {
        writesGold(Sha256.of(TEXT).hex(), "@21:3500");
        assertThatThrownBy(() -> PlacedGold.read(gold, folder))
                .isInstanceOf(EvalException.class)
                .hasMessageContaining("baker-ob-1");
    }
}
