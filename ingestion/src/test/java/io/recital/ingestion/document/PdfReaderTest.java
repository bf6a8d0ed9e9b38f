package io.recital.ingestion.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.ingestion.document.ParseOutcome.NeedsOcr;
import io.recital.ingestion.document.ParseOutcome.Parsed;
import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.evidence.PageMap;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReaderTest {
    private static final List<List<String>> CREDITS = List.of(
            List.of("Availability", "Service credit"),
            List.of("below 99.9 %", "5 % of the monthly fee"),
            List.of("below 99.0 %", "10 % of the monthly fee"),
            List.of("below 98.0 %", "25 % of the monthly fee"));

    @TempDir
    Path folder;

    @Test
    void joinsLinesToParagraphsAndKeepsPagesAndPlaces() throws Exception {
        ParsedDocument document = parse(TestFiles.pdf(
                folder,
                "a.pdf",
                List.of(
                        List.of(
                                "*1. PAYMENT",
                                "",
                                "The Buyer shall pay every undisputed invoice within forty-five days of its receipt,",
                                "by bank transfer.",
                                "",
                                "(a) Late payments bear interest."),
                        List.of("2.1 The Supplier shall report monthly."))));
        assertThat(words(document, BlockKind.HEADING)).containsExactly("1. PAYMENT");
        assertThat(words(document, BlockKind.LIST_ITEM)).containsExactly("(a) Late payments bear interest.");
        assertThat(words(document, BlockKind.PARAGRAPH).get(0)).endsWith("of its receipt,\nby bank transfer.");
        int report = document.text().value().indexOf("2.1 The Supplier");
        assertThat(document.pages().pageAt(report)).hasValue(2);
        PageMap.LineBox line =
                document.pages().boxesOf(document.blocks().get(0).span()).get(0);
        assertThat(line.x()).isBetween(69f, 71f);
        assertThat(line.y() + line.height()).isBetween(50f, 53f);
    }

    @Test
    void tellsHeadersFootersAndPageNumbersFromTheWording() throws Exception {
        List<List<String>> pages = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            List<String> lines = new ArrayList<>(List.of("Master Supply Agreement - Confidential", ""));
            for (int i = 0; i < 48; i++) {
                lines.add("Provision " + "abcdefgh".charAt(i % 8) + page + " obliges the Supplier to deliver lot " + i
                        + " on time.");
            }
            lines.addAll(List.of("", "Page " + page + " of 4"));
            pages.add(lines);
        }
        ParsedDocument document = parse(TestFiles.pdf(folder, "b.pdf", pages));
        assertThat(words(document, BlockKind.PAGE_HEADER))
                .hasSize(4)
                .containsOnly("Master Supply Agreement - Confidential");
        assertThat(words(document, BlockKind.PAGE_NUMBER))
                .containsExactly("Page 1 of 4", "Page 2 of 4", "Page 3 of 4", "Page 4 of 4");
        assertThat(String.join(" ", words(document, BlockKind.PARAGRAPH)))
                .contains("Provision a1")
                .doesNotContain("Confidential");
    }

    @Test
    void readsATableDrawnWithLines() throws Exception {
        assertCredits(parse(withTable("ruled.pdf", true)));
    }

    @Test
    void joinsTheLinesOfAParagraphBelowATableWhoseLinesStandCloser() throws Exception {
        Path file = folder.resolve("closer.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                for (int row = 0; row < 6; row++) {
                    int top = 780 - 25 * row;
                    for (int line = 1; line <= 2; line++) {
                        TestFiles.print(
                                content, TestFiles.REGULAR, 8, 75, top - 10 * line, "Availability of part " + row);
                        TestFiles.print(
                                content, TestFiles.REGULAR, 8, 275, top - 10 * line, "as a share of all minutes");
                    }
                    content.addRect(70, top - 25, 200, 25);
                    content.addRect(270, top - 25, 255, 25);
                }
                content.stroke();
                String words = "The Supplier shall measure each Service Level in every calendar month";
                TestFiles.print(content, TestFiles.REGULAR, 9, 70, 600, "2.2 " + words);
                TestFiles.print(content, TestFiles.REGULAR, 9, 70, 584, "and report it within five days.");
                TestFiles.print(content, TestFiles.REGULAR, 9, 70, 558, "2.3 " + words + ".");
            }
            document.save(file.toFile());
        }
        assertThat(words(parse(file), BlockKind.PARAGRAPH))
                .containsExactly(
                        "2.2 The Supplier shall measure each Service Level in every calendar month\n"
                                + "and report it within five days.",
                        "2.3 The Supplier shall measure each Service Level in every calendar month.");
    }

    @Test
    void readsATableAlignedWithWhiteSpace() throws Exception {
        assertCredits(parse(withTable("aligned.pdf", false)));
    }

    private static void assertCredits(ParsedDocument document) {
        List<Block> rows =
                document.blocks().stream().filter(block -> block.row() != null).toList();
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0).row()).matches(row -> row != null && row.header());
        assertThat(rows.get(2).cells())
                .extracting(TableCell::text)
                .containsExactly("below 99.0 %", "10 % of the monthly fee");
        assertThat(rows.get(2).cells()).extracting(TableCell::header).containsExactly("Availability", "Service credit");
        assertThat(document.pages().boxesOf(rows.get(2).cells().get(1).span())).hasSize(1);
        assertThat(words(document, BlockKind.PARAGRAPH))
                .containsExactly("Credits are due as follows:", "They are paid within thirty days.");
    }

    private Path withTable(String name, boolean ruled) throws IOException {
        Path file = folder.resolve(name);
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                TestFiles.print(content, TestFiles.REGULAR, 11, 70, 780, "Credits are due as follows:");
                writeTable(content, CREDITS, ruled);
                TestFiles.print(content, TestFiles.REGULAR, 11, 70, 640, "They are paid within thirty days.");
            }
            document.save(file.toFile());
        }
        return file;
    }

    @Test
    void keepsTheHeadersOfATableThatGoesOnOnTheNextPage() throws Exception {
        List<List<String>> repeated = List.of(CREDITS.get(0), List.of("below 97.0 %", "50 % of the monthly fee"));
        List<List<String>> bare = List.of(
                List.of("below 97.0 %", "50 % of the monthly fee"), List.of("below 96.0 %", "the whole monthly fee"));
        for (List<List<String>> rest : List.of(repeated, bare)) {
            Path file = folder.resolve("continued.pdf");
            try (PDDocument document = new PDDocument()) {
                ruledTable(document, CREDITS);
                ruledTable(document, rest);
                document.save(file.toFile());
            }
            List<TableRow> rows = parse(file).blocks().stream()
                    .filter(block -> block.row() != null)
                    .map(Block::row)
                    .toList();
            assertThat(rows).extracting(TableRow::row).containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(rows).extracting(TableRow::table).containsOnly(0);
            assertThat(rows.get(4).header()).isEqualTo(rest == repeated);
            assertThat(rows.get(5).cells())
                    .extracting(TableCell::header)
                    .containsExactly("Availability", "Service credit");
        }
    }

    private static void ruledTable(PDDocument document, List<List<String>> rows) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            writeTable(content, rows, true);
        }
    }

    private static void writeTable(PDPageContentStream content, List<List<String>> rows, boolean ruled)
            throws IOException {
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < 2; j++) {
                String words = rows.get(i).get(j);
                TestFiles.print(content, TestFiles.REGULAR, 11, 75 + 180 * j, 745 - 20 * i, words);
                if (ruled) {
                    content.addRect(70 + 180 * j, 740 - 20 * i, 180, 20);
                }
            }
        }
        content.stroke();
    }

    @Test
    void saysThatScannedPagesNeedOcrWhenThereIsNone() throws Exception {
        Path file = withScans("scan.pdf", 0);
        assertThat(new FileParser().parse(file, "scan.pdf"))
                .isInstanceOfSatisfying(
                        NeedsOcr.class, needs -> assertThat(needs.reason()).contains("All 1 pages", "install"));
        FileParser wrong = new FileParser(folder.resolve("no-such-tesseract"), () -> {});
        assertThat(wrong.parse(file, "scan.pdf"))
                .isInstanceOfSatisfying(
                        NeedsOcr.class,
                        needs -> assertThat(needs.reason()).contains("configured OCR program is not there"));
    }

    @Test
    void keepsTheTextPagesOfAMixedDocumentAndNamesTheImages() throws Exception {
        ParsedDocument document = parse(withScans("mixed.pdf", 1));
        assertThat(document.fromOcr()).isFalse();
        assertThat(document.text().value()).contains("The Buyer pays");
        assertThat(document.warnings())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Page 2 is an image without text and was not read");
    }

    private Path withScans(String name, int textPages) throws IOException {
        Path file = folder.resolve(name);
        List<List<String>> pages = new ArrayList<>();
        for (int i = 0; i < textPages; i++) {
            pages.add(List.of("The Buyer pays within thirty days of receiving the invoice."));
        }
        pages.add(List.of());
        try (PDDocument document = TestFiles.pdf(pages)) {
            BufferedImage scan = new BufferedImage(600, 800, BufferedImage.TYPE_BYTE_GRAY);
            PDPage page = document.getPage(textPages);
            try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true)) {
                content.drawImage(LosslessFactory.createFromImage(document, scan), 0, 0, 595, 842);
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static ParsedDocument parse(Path file) {
        ParseOutcome outcome = new FileParser().parse(file, String.valueOf(file.getFileName()));
        assertThat(outcome).isInstanceOf(Parsed.class);
        ParsedDocument document = ((Parsed) outcome).document();
        ParsedDocumentAssertions.assertConsistent(document);
        return document;
    }

    private static List<String> words(ParsedDocument document, BlockKind kind) {
        return document.blocks().stream()
                .filter(block -> block.kind() == kind)
                .map(block -> document.text().slice(block.span()))
                .toList();
    }
}
