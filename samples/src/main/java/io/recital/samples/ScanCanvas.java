package io.recital.samples;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * A page that went through a scanner: a skewed black-and-white image with specks, without text. All outlines come from
 * the one typeface that PDFBox brings along and are filled here, so that the image is the same on every machine.
 */
final class ScanCanvas implements PageCanvas {
    private static final double PIXELS_PER_POINT = 200 / 72.0;
    private static final double SKEW = StrictMath.toRadians(1.3);
    private static final double SLANT = 0.2;

    private final PDDocument document;
    private final PDPage page;
    private final ScanBitmap bitmap;
    private final AffineTransform place;
    private final int seed;

    ScanCanvas(PDDocument document, PDPage page, int seed) {
        this.document = document;
        this.page = page;
        this.seed = seed;
        PDRectangle paper = page.getMediaBox();
        double height = paper.getHeight() * PIXELS_PER_POINT;
        bitmap = new ScanBitmap((int) Math.round(paper.getWidth() * PIXELS_PER_POINT), (int) Math.round(height));
        place = AffineTransform.getTranslateInstance(bitmap.width() / 2.0, bitmap.height() / 2.0);
        double cos = StrictMath.cos(SKEW);
        double sin = StrictMath.sin(SKEW);
        place.concatenate(new AffineTransform(cos, -sin, sin, cos, 0, 0));
        place.translate(-bitmap.width() / 2.0, bitmap.height() / 2.0);
        place.scale(PIXELS_PER_POINT, -PIXELS_PER_POINT);
    }

    @Override
    public void line(PdfText.Line line, double x, double baseline, double size, double spacing) throws IOException {
        double at = x;
        for (int i = 0; i < line.pieces().size(); i++) {
            PdfText.Piece piece = line.pieces().get(i);
            at += i > 0 && piece.spaced() ? PdfText.width(line.blank(), " ", size) + spacing : 0;
            for (int c = 0; c < piece.text().length(); c++) {
                String letter = piece.text().substring(c, c + 1);
                letter(letter, piece, at, baseline, size);
                at += PdfText.width(piece.font(), letter, size);
            }
        }
        for (PdfText.Stretch stretch : line.underlined(size, spacing)) {
            rule(x + stretch.from(), baseline - 1.6, x + stretch.to(), baseline - 1.6, 0.6);
        }
    }

    private void letter(String letter, PdfText.Piece piece, double x, double baseline, double size) throws IOException {
        TrueTypeFont outlines = ScanFont.outlines();
        String name = piece.font().getName();
        AffineTransform glyph = new AffineTransform(place);
        glyph.translate(x, baseline);
        glyph.scale(size / outlines.getUnitsPerEm(), size / outlines.getUnitsPerEm());
        if (name.endsWith("Oblique") || name.endsWith("Italic")) {
            glyph.shear(SLANT, 0);
        }
        double stretch = PdfText.width(piece.font(), letter, outlines.getUnitsPerEm()) / ScanFont.advance(letter);
        glyph.scale(stretch, 1);
        bitmap.fill(ScanFont.outline(letter), glyph, name.endsWith("Bold") ? 1 : 0);
    }

    @Override
    public void rule(double fromX, double fromY, double toX, double toY, double width) {
        double half = Math.max(width, 0.7) / 2;
        bitmap.fill(
                new Rectangle2D.Double(
                        Math.min(fromX, toX) - half,
                        Math.min(fromY, toY) - half,
                        Math.abs(toX - fromX) + 2 * half,
                        Math.abs(toY - fromY) + 2 * half),
                place,
                0);
    }

    /** A scanner in black and white makes dots of grey. */
    @Override
    public void shade(double x, double y, double width, double height) {
        for (double dx = 1; dx < width; dx += 2.2) {
            for (double dy = 1; dy < height; dy += 2.2) {
                bitmap.fill(new Rectangle2D.Double(x + dx, y + dy, 0.4, 0.4), place, 0);
            }
        }
    }

    @Override
    public void finish() throws IOException {
        bitmap.speckle(seed);
        PDImageXObject image = CCITTFactory.createFromImage(document, bitmap.image());
        PDRectangle paper = page.getMediaBox();
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, false)) {
            content.drawImage(image, 0, 0, paper.getWidth(), paper.getHeight());
        }
    }
}
