package io.recital.ingestion.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Takes the characters, lines and images off one page after the other. */
final class PdfPageReader extends PDFTextStripper {
    private final Map<PDFont, Boolean> boldFonts = new HashMap<>();
    private List<TextPosition> positions = List.of();
    private PdfStrokes strokes = new PdfStrokes(0);

    PdfPageReader() {
        setSuppressDuplicateOverlappingText(true);
        setShouldSeparateByBeads(false);
        PdfStrokes.register(this, () -> strokes);
    }

    PdfPage read(PDDocument document, int number) throws IOException {
        PDPage page = document.getPage(number - 1);
        PDRectangle box = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        float width = turned ? box.getHeight() : box.getWidth();
        float height = turned ? box.getWidth() : box.getHeight();
        positions = new ArrayList<>();
        strokes = new PdfStrokes(box.getWidth() * box.getHeight());
        setStartPage(number);
        setEndPage(number);
        writeText(document, Writer.nullWriter());
        float main = mainDirection();
        List<PdfRuling> rulings = page.getRotation() == 0 && main == 0 ? strokes.rulings(box) : List.of();
        List<PdfRuling> borders =
                rulings.stream().filter(ruling -> !ruling.isHorizontal()).toList();
        List<PdfLine> lines = PdfLine.of(number, glyphs(main), borders);
        return new PdfPage(number, width, height, lines, aside(main), rulings, strokes.images());
    }

    @Override
    protected void writePage() {
        charactersByArticle.forEach(positions::addAll);
    }

    private float mainDirection() {
        Map<Float, Integer> counts = new HashMap<>();
        positions.forEach(position -> counts.merge(position.getDir(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0f);
    }

    private List<PdfGlyph> glyphs(float direction) {
        List<PdfGlyph> glyphs = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            TextPosition position = positions.get(i);
            if (position.getDir() == direction && position.getUnicode() != null) {
                glyphs.add(glyph(position, i));
            }
        }
        return glyphs;
    }

    private PdfGlyph glyph(TextPosition position, int order) {
        float size = Math.max(1, Math.abs(position.getFontSizeInPt()));
        float height = position.getHeightDir() > 0 ? position.getHeightDir() : 0.6f * size;
        return new PdfGlyph(
                position.getUnicode(),
                position.getXDirAdj(),
                position.getYDirAdj(),
                position.getWidthDirAdj(),
                height,
                size,
                position.getWidthOfSpace(),
                boldFonts.computeIfAbsent(position.getFont(), PdfPageReader::isBold),
                order);
    }

    private List<String> aside(float direction) {
        Map<Float, StringBuilder> words = new HashMap<>();
        for (TextPosition position : positions) {
            if (position.getDir() != direction && position.getUnicode() != null) {
                words.computeIfAbsent(position.getDir(), key -> new StringBuilder())
                        .append(position.getUnicode());
            }
        }
        return words.values().stream()
                .map(each -> each.toString().replaceAll("\\s+", " ").strip())
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static boolean isBold(PDFont font) {
        PDFontDescriptor descriptor = font.getFontDescriptor();
        String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
        return name.contains("bold")
                || name.contains("black")
                || name.contains("heavy")
                || (descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600));
    }
}
