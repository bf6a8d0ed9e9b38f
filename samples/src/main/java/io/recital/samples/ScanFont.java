package io.recital.samples;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** The outlines of the sans-serif typeface in PDFBox's own jar, whose widths are those of Helvetica. */
final class ScanFont {
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final TrueTypeFont FONT = read();

    private ScanFont() {}

    private static TrueTypeFont read() {
        try (InputStream file = Objects.requireNonNull(PDFont.class.getResourceAsStream(FILE), FILE)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
        } catch (IOException e) {
            throw new SampleException(SampleException.Category.FILE, "Cannot read the typeface for scanned pages", e);
        }
    }

    static TrueTypeFont outlines() {
        return FONT;
    }

    static GeneralPath outline(String letter) throws IOException {
        return Objects.requireNonNull(FONT.getGlyph().getGlyph(glyph(letter)), letter)
                .getPath();
    }

    /** In units of the em square. */
    static double advance(String letter) throws IOException {
        return FONT.getAdvanceWidth(glyph(letter));
    }

    private static int glyph(String letter) throws IOException {
        CmapLookup lookup = FONT.getUnicodeCmapLookup();
        return lookup.getGlyphId(letter.codePointAt(0));
    }
}
