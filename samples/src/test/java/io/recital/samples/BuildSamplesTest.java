package io.recital.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class BuildSamplesTest {
    @Test
    void buildsTheCommittedDocumentsToTheByte() throws IOException {
        for (SourceDocument source : BuildSamples.sources(SampleFiles.SOURCES)) {
            assertThat(BuildSamples.render(source))
                    .as("%s: run samples/build.sh after a change of its source", source.fileName())
                    .isEqualTo(Files.readAllBytes(SampleFiles.DOCUMENTS.resolve(source.fileName())));
        }
    }

    @Test
    void commitsNoDocumentWithoutASource() throws IOException {
        try (Stream<Path> files = Files.list(SampleFiles.DOCUMENTS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            SampleFiles.sourcesByFile().keySet());
        }
    }

    @Test
    void repeatsTheHeaderRowOfATableThatGoesOnOnTheNextPage() throws IOException {
        Path schedule = SampleFiles.DOCUMENTS.resolve("tarnwell-3-service-level-schedule.pdf");
        try (PDDocument document = Loader.loadPDF(schedule.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(1);
            stripper.setEndPage(1);
            assertThat(stripper.getText(document)).contains("How it is measured", "SL1");
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            assertThat(stripper.getText(document)).contains("How it is measured", "SL12", "Page 2 of 3");
        }
    }

    @Test
    void leavesAutomaticNumbersOutOfTheTextOfAWordFile() throws IOException {
        Path file = SampleFiles.DOCUMENTS.resolve("tarnwell-2-statement-of-work-1.docx");
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file))) {
            var clause = document.getParagraphs().stream()
                    .filter(paragraph -> paragraph.getText().startsWith("The Customer shall retain 10%"))
                    .findFirst()
                    .orElseThrow();
            assertThat(clause.getNumIlvl()).isEqualTo(1);
            assertThat(clause.getNumLevelText()).isEqualTo("%1.%2");
        }
    }

    @Test
    void numbersClausesWithoutGaps() {
        for (SourceDocument source : SampleFiles.sourcesByFile().values()) {
            assertThat(ClauseNumbers.gaps(source)).as(source.name()).isEmpty();
        }
    }

    @Test
    void refusesATableWithAMissingCell() {
        String source = "---\ntitle: T\n---\n\n| A | B |\n|---|---|\n| 1 |\n";
        assertThatThrownBy(() -> new SourceParser("broken").parse(source))
                .isInstanceOfSatisfying(
                        SampleException.class, e -> assertThat(e.retriable()).isFalse())
                .hasMessageContaining("one cell per column");
    }

    @Test
    void keepsARedactionApartFromBoldText() {
        assertThat(Run.parse("price **of X** is [***] now"))
                .containsExactly(
                        new Run("price ", Run.Face.REGULAR),
                        new Run("of X", Run.Face.BOLD),
                        new Run(" is [***] now", Run.Face.REGULAR));
    }
}
