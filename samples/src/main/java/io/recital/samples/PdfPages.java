package io.recital.samples;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The pages of one PDF and the place where the next line goes. Lengths are points, heights count down the page. */
final class PdfPages implements AutoCloseable {
    static final float MARGIN = 68;
    private static final float FURNITURE_SIZE = 8;

    private final PDDocument document;
    private final PDRectangle paper;
    private final PdfText text;
    private PDPageContentStream content;
    private double y;

    PdfPages(PDDocument document, PDRectangle paper, PdfText text) throws IOException {
        this.document = document;
        this.paper = paper;
        this.text = text;
        this.content = open();
    }

    double width() {
        return paper.getWidth() - 2 * MARGIN;
    }

    /** Distance from the foot of the page to the place of the next line. */
    double y() {
        return y;
    }

    boolean fits(double height) {
        return y - height >= MARGIN;
    }

    void down(double height) {
        y -= height;
    }

    void newPage() throws IOException {
        content.close();
        content = open();
    }

    private PDPageContentStream open() throws IOException {
        PDPage page = new PDPage(paper);
        document.addPage(page);
        y = paper.getHeight() - MARGIN - 8;
        return new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, false);
    }

    /** Writes a line with its baseline {@code drop} below the current place; it is stretched to {@code full} unless 0. */
    void line(PdfText.Line line, double x, double drop, double size, double full) throws IOException {
        double spacing =
                full == 0 || line.last() || line.gaps() == 0 ? 0 : (full - text.width(line, size)) / line.gaps();
        content.beginText();
        content.setWordSpacing((float) spacing);
        content.newLineAtOffset((float) (MARGIN + x), (float) (y - drop));
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < line.pieces().size(); i++) {
            PdfText.Piece piece = line.pieces().get(i);
            run.append(i > 0 && piece.spaced() ? " " : "").append(piece.text());
            boolean ends = i + 1 == line.pieces().size()
                    || !line.pieces().get(i + 1).font().equals(piece.font());
            if (ends) {
                content.setFont(piece.font(), (float) size);
                content.showText(run.toString());
                run.setLength(0);
            }
        }
        content.endText();
    }

    void rule(double fromX, double fromDrop, double toX, double toDrop) throws IOException {
        content.setLineWidth(0.6f);
        content.moveTo((float) (MARGIN + fromX), (float) (y - fromDrop));
        content.lineTo((float) (MARGIN + toX), (float) (y - toDrop));
        content.stroke();
    }

    void shade(double x, double width, double height) throws IOException {
        content.setNonStrokingColor(0.9f);
        content.addRect((float) (MARGIN + x), (float) (y - height), (float) width, (float) height);
        content.fill();
        content.setNonStrokingColor(0f);
    }

    /** Writes header and footer on every page, when all pages are there. */
    void furnish(List<String> header, List<String> footer) throws IOException {
        content.close();
        int pages = document.getNumberOfPages();
        for (int number = 1; number <= pages; number++) {
            content = new PDPageContentStream(
                    document, document.getPage(number - 1), PDPageContentStream.AppendMode.APPEND, false, true);
            furniture(header, paper.getHeight() - MARGIN / 2.0, number, pages);
            furniture(footer, MARGIN / 2.0, number, pages);
            content.close();
        }
    }

    private void furniture(List<String> ends, double height, int number, int pages) throws IOException {
        y = height;
        for (int end = 0; end < 2; end++) {
            String words = ends.get(end).replace("{page}", "" + number).replace("{pages}", "" + pages);
            if (!words.isEmpty()) {
                PdfText.Line line = text.wrap(words, FURNITURE_SIZE, width()).get(0);
                line(line, end == 0 ? 0 : width() - text.width(line, FURNITURE_SIZE), 0, FURNITURE_SIZE, 0);
            }
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
