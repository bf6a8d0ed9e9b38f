package io.recital.ingestion.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/** Reads the pages of a PDF that are images, one after the other, and stops at a bounded number of them. */
final class PdfOcr {
    private static final int DPI = 200;
    private static final float MOST_PIXELS = 12_000_000;
    private static final int MOST_PAGES = 300;

    private final @Nullable Path program;
    private final Runnable started;
    private final List<Integer> unread = new ArrayList<>();

    /**
     * @param program path of Tesseract; null when there is none
     * @param started told before the first page is read
     */
    PdfOcr(@Nullable Path program, Runnable started) {
        this.program = program;
        this.started = started;
    }

    /** Why images cannot be read here; null when they can. */
    @Nullable
    String findObstacle(int pages) {
        if (program == null) {
            return "Tesseract is not installed; install it (apt-get install tesseract-ocr) and send the file again";
        }
        if (!new Tesseract(program).isThere()) {
            return "the configured OCR program is not there; correct its path and send the file again";
        }
        return pages <= MOST_PAGES ? null : "it has more than " + MOST_PAGES + " image pages; split it";
    }

    /** The pages, those that are images with the lines that were read from them. */
    List<PdfPage> read(PDDocument document, List<PdfPage> pages) throws IOException {
        if (program == null) {
            throw new IllegalStateException("No OCR program");
        }
        started.run();
        unread.clear();
        Tesseract tesseract = new Tesseract(program);
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        List<PdfPage> read = new ArrayList<>();
        for (PdfPage page : pages) {
            read.add(page.isScan() ? page.withLines(read(renderer, tesseract, page)) : page);
        }
        return read;
    }

    /** Numbers of the pages of the last document on which the OCR program failed or took too long. */
    List<Integer> unread() {
        return List.copyOf(unread);
    }

    private List<PdfLine> read(PDFRenderer renderer, Tesseract tesseract, PdfPage page) throws IOException {
        float inches = (page.width() / 72) * (page.height() / 72);
        float dpi = (float) Math.min(DPI, Math.sqrt(MOST_PIXELS / Math.max(1, inches)));
        Path image = Files.createTempFile("recital-page", ".png");
        try {
            BufferedImage rendered = renderer.renderImageWithDPI(page.number() - 1, dpi, ImageType.GRAY);
            ImageIO.write(rendered, "png", image.toFile());
            return tesseract.read(image, page.number(), 72 / dpi);
        } catch (Tesseract.Failure e) {
            unread.add(page.number());
            return page.lines();
        } finally {
            Files.deleteIfExists(image);
        }
    }
}
