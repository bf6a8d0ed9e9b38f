package io.recital.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Measures marked-up text in a family of the standard PDF fonts and breaks it into lines. Lengths are points. */
final class PdfText {
    /** A stretch of one font; {@code spaced} when a blank stands before it. */
    record Piece(String text, PDFont font, boolean underlined, boolean spaced) {
        double width(double size) throws IOException {
            return PdfText.width(font, text, size);
        }
    }

    /** From where to where a line of text is underlined. */
    record Stretch(double from, double to) {}

    /** One line; {@code last} when it ends its paragraph, and so is never justified. */
    record Line(List<Piece> pieces, PDFont blank, boolean last) {
        Line {
            pieces = List.copyOf(pieces);
        }

        long gaps() {
            return pieces.stream().skip(1).filter(Piece::spaced).count();
        }

        double width(double size) throws IOException {
            double width = gaps() * PdfText.width(blank, " ", size);
            for (Piece piece : pieces) {
                width += piece.width(size);
            }
            return width;
        }

        List<Stretch> underlined(double size, double spacing) throws IOException {
            List<Stretch> stretches = new ArrayList<>();
            double x = 0;
            for (int i = 0; i < pieces.size(); i++) {
                Piece piece = pieces.get(i);
                boolean joined = i > 0 && pieces.get(i - 1).underlined();
                double start = x;
                x += i > 0 && piece.spaced() ? PdfText.width(blank, " ", size) + spacing : 0;
                double end = x + piece.width(size);
                if (piece.underlined()) {
                    stretches.add(new Stretch(joined ? start : x, end));
                }
                x = end;
            }
            return stretches;
        }
    }

    private final PDFont regular;
    private final PDFont bold;
    private final PDFont italic;
    private final boolean underlines;

    /**
     * @param underlines whether what is marked as italic is underlined instead
     */
    PdfText(boolean serif, boolean underlines) {
        this.underlines = underlines;
        regular = new PDType1Font(serif ? FontName.TIMES_ROMAN : FontName.HELVETICA);
        bold = new PDType1Font(serif ? FontName.TIMES_BOLD : FontName.HELVETICA_BOLD);
        italic = new PDType1Font(serif ? FontName.TIMES_ITALIC : FontName.HELVETICA_OBLIQUE);
    }

    /** Breaks text into lines of at most a width; a longer word stands alone. */
    List<Line> wrap(String marked, double size, double width) throws IOException {
        List<Line> lines = new ArrayList<>();
        List<Piece> line = new ArrayList<>();
        double used = 0;
        for (List<Piece> word : words(marked)) {
            double length = 0;
            for (Piece piece : word) {
                length += piece.width(size);
            }
            double space = line.isEmpty() ? 0 : width(regular, " ", size);
            if (!line.isEmpty() && used + space + length > width) {
                lines.add(new Line(line, regular, false));
                line = new ArrayList<>();
                used = 0;
                space = 0;
            }
            line.addAll(word);
            used += space + length;
        }
        lines.add(new Line(line, regular, true));
        return lines;
    }

    /** The text as one line, however wide. */
    Line line(String marked) throws IOException {
        return wrap(marked, 1, Double.MAX_VALUE).get(0);
    }

    double width(String marked, double size) throws IOException {
        return line(marked).width(size);
    }

    static double width(PDFont font, String text, double size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** Words, each of one or more pieces where the face changes inside it. */
    private List<List<Piece>> words(String marked) {
        List<List<Piece>> words = new ArrayList<>();
        boolean spaced = true;
        for (Run run : Run.parse(marked)) {
            for (String part : run.text().split("(?<= )|(?= )")) {
                if (part.equals(" ")) {
                    spaced = true;
                } else if (spaced || words.isEmpty()) {
                    words.add(new ArrayList<>(List.of(piece(part, run.face(), true))));
                    spaced = false;
                } else {
                    words.get(words.size() - 1).add(piece(part, run.face(), false));
                }
            }
        }
        return words;
    }

    private Piece piece(String text, Run.Face face, boolean spaced) {
        return switch (face) {
            case REGULAR -> new Piece(text, regular, false, spaced);
            case BOLD -> new Piece(text, bold, false, spaced);
            case ITALIC -> new Piece(text, underlines ? regular : italic, underlines, spaced);
        };
    }
}
