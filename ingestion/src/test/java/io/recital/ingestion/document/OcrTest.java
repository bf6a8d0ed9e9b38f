package io.recital.ingestion.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.ingestion.document.ParseOutcome.NeedsOcr;
import io.recital.ingestion.document.ParseOutcome.Parsed;
import io.recital.ingestion.document.ParseOutcome.Refused;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.evidence.PageMap;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OcrTest {
    private static final List<String> WORDS = List.of(
            "",
            "",
            "7. PAYMENT",
            "",
            "7.1 The Buyer shall pay each undisputed invoice within sixty days of its receipt.",
            "",
            "7.2 The Supplier shall deliver all orders in full and on time in every calendar month.");

    @TempDir
    Path folder;

    @Test
    void readsACrookedScanWithTesseractAndOtherwiseSaysThatItNeedsOcr() throws Exception {
        Path scan = scan("crooked.pdf", 1.5);
        Optional<Path> tesseract = Tesseract.findOnPath();
        System.out.println("OcrTest: Tesseract " + tesseract.map(Path::toString).orElse("is not installed"));
        ParseOutcome outcome = new FileParser(tesseract.orElse(null), () -> {}).parse(scan, "crooked.pdf");
        if (tesseract.isEmpty()) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            NeedsOcr.class,
                            needs -> assertThat(needs.reason())
                                    .contains(
                                            "All 1 pages are images", "Tesseract is not installed", "apt-get install"));
            return;
        }
        assertRead(outcome);
    }

    private static void assertRead(ParseOutcome outcome) {
        assertThat(outcome).isInstanceOf(Parsed.class);
        ParsedDocument document = ((Parsed) outcome).document();
        ParsedDocumentAssertions.assertConsistent(document);
        assertThat(document.fromOcr()).isTrue();
        assertThat(document.warnings()).containsExactly("Page 1 is an image without text and was read by OCR.");
        String text = document.text().value();
        assertThat(text).contains("PAYMENT", "The Buyer shall pay each undisputed invoice within sixty days");
        int at = text.indexOf("The Buyer");
        List<PageMap.LineBox> boxes = document.pages().boxesOf(document.text().spanOfUtf16(at, at + 9));
        assertThat(boxes).hasSize(1).first().satisfies(box -> {
            assertThat(box.page()).isEqualTo(1);
            assertThat(box.x()).isBetween(60f, 90f);
            assertThat(box.y() + box.height() / 2).isBetween(90f, 125f);
            assertThat(box.width()).isBetween(370f, 420f);
        });
    }

    @Test
    void readsAPageThatWasScannedTurned() {
        String head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";
        List<String> down = List.of(
                head,
                "1\t1\t0\t0\t0\t0\t0\t0\t2000\t1000\t-1\t",
                "5\t1\t1\t1\t1\t1\t1900\t100\t20\t80\t96\tBuyer",
                "5\t1\t1\t1\t1\t2\t1895\t200\t25\t90\t96\tpays");
        assertPlace(TesseractWords.lines(down, 1, 1), "Buyer pays", 100, 80);
        List<String> over = List.of(
                head,
                "1\t1\t0\t0\t0\t0\t0\t0\t1000\t2000\t-1\t",
                "5\t1\t1\t1\t1\t1\t820\t1900\t80\t20\t96\tBuyer",
                "5\t1\t1\t1\t1\t2\t710\t1900\t90\t20\t96\tpays");
        assertPlace(TesseractWords.lines(over, 1, 1), "Buyer pays", 100, 80);
        List<String> up = List.of(
                head,
                "1\t1\t0\t0\t0\t0\t0\t0\t2000\t1000\t-1\t",
                "5\t1\t1\t1\t1\t1\t80\t820\t20\t80\t96\tBuyer",
                "5\t1\t1\t1\t1\t2\t80\t710\t20\t90\t96\tpays");
        assertPlace(TesseractWords.lines(up, 1, 1), "Buyer pays", 100, 80);
    }

    private static void assertPlace(List<PdfLine> lines, String words, float x, float top) {
        assertThat(lines).extracting(PdfLine::text).containsExactly(words);
        assertThat(lines.get(0).x()).isEqualTo(x);
        assertThat(lines.get(0).top()).isEqualTo(top);
    }

    @Test
    void saysThatOcrFailedInsteadOfCallingTheFileDamaged() throws Exception {
        Path failing = program("exit 1");
        ParseOutcome outcome = new FileParser(failing, () -> {}).parse(scan("scan.pdf", 0), "scan.pdf");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        NeedsOcr.class, needs -> assertThat(needs.reason()).contains("Tesseract failed"));
    }

    @Test
    void namesTheDeadlineOfOcrWhenItIsOver() throws Exception {
        Path endless = program("exec sleep 600");
        ParserSettings settings =
                new ParserSettings(1, 256, Duration.ofSeconds(6), Duration.ofSeconds(7), 10, 1_000_000, endless);
        try (DocumentParser parser = new DocumentParser(settings)) {
            assertThat(parser.parse(scan("scan.pdf", 0), "scan.pdf")).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.category()).isEqualTo(RefusalCategory.TIMED_OUT);
                assertThat(refused.reason()).contains("OCR", "7 seconds");
            });
        }
    }

    private Path program(String command) throws IOException {
        Path program = Files.writeString(folder.resolve("tesseract"), "#!/bin/sh\n" + command + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private Path scan(String name, double degrees) throws IOException {
        Path file = folder.resolve(name);
        try (PDDocument printed = TestFiles.pdf(List.of(WORDS));
                PDDocument scanned = new PDDocument()) {
            BufferedImage page = new PDFRenderer(printed).renderImageWithDPI(0, 200, ImageType.GRAY);
            PDPage sheet = new PDPage(PDRectangle.A4);
            scanned.addPage(sheet);
            try (PDPageContentStream content = new PDPageContentStream(scanned, sheet)) {
                var image = LosslessFactory.createFromImage(scanned, crooked(page, degrees));
                content.drawImage(
                        image,
                        0,
                        0,
                        sheet.getMediaBox().getWidth(),
                        sheet.getMediaBox().getHeight());
            }
            scanned.save(file.toFile());
        }
        return file;
    }

    private static BufferedImage crooked(BufferedImage page, double degrees) {
        BufferedImage turned = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = turned.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.rotate(Math.toRadians(degrees), page.getWidth() / 2.0, page.getHeight() / 2.0);
        graphics.drawImage(page, 0, 0, null);
        graphics.dispose();
        return turned;
    }
}
