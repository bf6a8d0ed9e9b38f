package io.recital.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The pages of one PDF and the place where the next line goes. Lengths are points, heights count down the page. */
final class PdfPages {
    private static final double MARGIN = 72;
    /** Above the running text and below it. */
    private static final double HEAD = 82;

    private static final double FURNITURE_SIZE = 8.5;
    private static final double THIN = 0.5;

    private final PDDocument document;
    private final PDRectangle paper;
    private final PdfStyle style;
    private final PdfText text;
    private final List<PageCanvas> canvases = new ArrayList<>();
    private final Set<Integer> bare = new HashSet<>();
    private boolean scanned;
    private double y;
    private int begun;

    PdfPages(PDDocument document, PdfStyle style) throws IOException {
        this.document = document;
        this.paper = style.paper();
        this.style = style;
        this.text = new PdfText(style.serif(), style.ornate());
        open();
    }

    PdfStyle style() {
        return style;
    }

    PdfText text() {
        return text;
    }

    double width() {
        return paper.getWidth() - 2 * MARGIN;
    }

    /** The height of the running text on one page. */
    double height() {
        return paper.getHeight() - 2 * HEAD;
    }

    /** What is left below the current place. */
    double left() {
        return y - HEAD;
    }

    boolean fits(double height) {
        return left() >= height;
    }

    void down(double height) {
        y -= height;
    }

    /** Goes to a place on this page, as a share of its height from the top. */
    void goTo(double share) {
        y = Math.min(y, top() - share * height());
    }

    /** The number of the current page, from 1. */
    int number() {
        return canvases.size();
    }

    /** From now on, {@link #begun} tells where the first line goes. */
    void begin() {
        begun = 0;
    }

    /** The page on which the first line since {@link #begin} stands. */
    int begun() {
        return begun == 0 ? number() : begun;
    }

    /** Whether nothing stands on the page yet. */
    boolean isFresh() {
        return y == top();
    }

    /** Leaves the page without header and footer. */
    void leaveBare() {
        bare.add(number());
    }

    /** Goes on at the top of the next page, unless the current one is still empty. */
    void newPage() throws IOException {
        if (!isFresh()) {
            open();
        }
    }

    /** From here on, pages are images of paper. */
    void scan() throws IOException {
        scanned = true;
        if (isFresh()) {
            document.removePage(number() - 1);
            canvases.remove(number() - 1);
        }
        open();
    }

    private double top() {
        return paper.getHeight() - HEAD;
    }

    private void open() throws IOException {
        PDPage page = new PDPage(paper);
        document.addPage(page);
        canvases.add(scanned ? new ScanCanvas(document, page, number() + 1) : new InkCanvas(document, page));
        y = top();
    }

    /** Writes a line with its baseline {@code drop} below the current place; it is stretched to {@code full} unless 0. */
    void line(PdfText.Line line, double x, double drop, double size, double full) throws IOException {
        double spacing = full == 0 || line.last() || line.gaps() == 0 ? 0 : (full - line.width(size)) / line.gaps();
        begun = begun();
        canvas().line(line, MARGIN + x, y - drop, size, spacing);
    }

    /** Writes a line in the middle. */
    void centred(PdfText.Line line, double drop, double size) throws IOException {
        line(line, (width() - line.width(size)) / 2, drop, size, 0);
    }

    void rule(double fromX, double fromDrop, double toX, double toDrop) throws IOException {
        canvas().rule(MARGIN + fromX, y - fromDrop, MARGIN + toX, y - toDrop, THIN);
    }

    /** Frames the page with a strong and a thin line. */
    void frame() throws IOException {
        frame(50, 1.6);
        frame(55, THIN);
    }

    private void frame(double inset, double width) throws IOException {
        double right = paper.getWidth() - inset;
        double upper = paper.getHeight() - inset;
        double half = width / 2;
        canvas().rule(inset - half, inset, right + half, inset, width);
        canvas().rule(inset - half, upper, right + half, upper, width);
        canvas().rule(inset, inset, inset, upper, width);
        canvas().rule(right, inset, right, upper, width);
    }

    void shade(double x, double width, double height) throws IOException {
        canvas().shade(MARGIN + x, y - height, width, height);
    }

    private PageCanvas canvas() {
        return canvases.get(canvases.size() - 1);
    }

    /** Writes header and footer, when all pages are there, and puts everything on its page. */
    void finish(List<String> header, List<String> footer) throws IOException {
        for (int number = 1; number <= canvases.size(); number++) {
            PageCanvas canvas = canvases.get(number - 1);
            if (!bare.contains(number)) {
                furniture(canvas, header, paper.getHeight() - 46, number);
                furniture(canvas, footer, 42, number);
                if (style.drafter() != SourceDocument.Drafter.US) {
                    double line = paper.getHeight() - 52;
                    canvas.rule(MARGIN, line, MARGIN + width(), line, THIN);
                }
            }
            canvas.finish();
        }
    }

    private void furniture(PageCanvas canvas, List<String> ends, double height, int number) throws IOException {
        for (int end = 0; end < 2; end++) {
            String words = ends.get(end).replace("{page}", "" + number).replace("{pages}", "" + canvases.size());
            if (!words.isEmpty()) {
                PdfText.Line line = text.line(words);
                double x = end == 0 ? 0 : width() - line.width(FURNITURE_SIZE);
                canvas.line(line, MARGIN + x, height, FURNITURE_SIZE, 0);
            }
        }
    }
}
