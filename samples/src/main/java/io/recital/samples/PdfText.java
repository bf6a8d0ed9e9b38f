package io.recital.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Measures marked-up text in a family of the standard PDF fonts and breaks it into lines. Lengths are points. */
final class PdfText {
    /** A stretch of one font; {@code spaced} when a space stands before it. */
    record Piece(String text, PDFont font, boolean spaced) {}

    /** One line; {@code last} when it ends its paragraph, and so is never justified. */
    record Line(List<Piece> pieces, boolean last) {
        Line {
            pieces = List.copyOf(pieces);
        }

        long gaps() {
            return pieces.stream().skip(1).filter(Piece::spaced).count();
        }
    }

    private final PDFont regular;
    private final PDFont bold;
    private final PDFont italic;

    PdfText(boolean serif) {
        regular = new PDType1Font(serif ? FontName.TIMES_ROMAN : FontName.HELVETICA);
        bold = new PDType1Font(serif ? FontName.TIMES_BOLD : FontName.HELVETICA_BOLD);
        italic = new PDType1Font(serif ? FontName.TIMES_ITALIC : FontName.HELVETICA_OBLIQUE);
    }

    List<Line> wrap(String marked, double size, double width) throws IOException {
        List<Line> lines = new ArrayList<>();
        List<Piece> line = new ArrayList<>();
        double used = 0;
        for (List<Piece> word : words(marked)) {
            double length = width(word, size);
            double space = line.isEmpty() ? 0 : width(regular, " ", size);
            if (!line.isEmpty() && used + space + length > width) {
                lines.add(new Line(line, false));
                line = new ArrayList<>();
                used = 0;
                space = 0;
            }
            line.addAll(word);
            used += space + length;
        }
        lines.add(new Line(line, true));
        return lines;
    }

    double width(Line line, double size) throws IOException {
        return width(line.pieces(), size) + line.gaps() * width(regular, " ", size);
    }

    double width(PDFont font, String text, double size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    private double width(List<Piece> pieces, double size) throws IOException {
        double width = 0;
        for (Piece piece : pieces) {
            width += width(piece.font(), piece.text(), size);
        }
        return width;
    }

    /** Words, each of one or more pieces where the face changes inside it. */
    private List<List<Piece>> words(String marked) {
        List<List<Piece>> words = new ArrayList<>();
        boolean spaced = true;
        for (Run run : Run.parse(marked)) {
            PDFont font = font(run.face());
            for (String part : run.text().split("(?<= )|(?= )")) {
                if (part.equals(" ")) {
                    spaced = true;
                } else if (spaced || words.isEmpty()) {
                    words.add(new ArrayList<>(List.of(new Piece(part, font, true))));
                    spaced = false;
                } else {
                    words.get(words.size() - 1).add(new Piece(part, font, false));
                }
            }
        }
        return words;
    }

    private PDFont font(Run.Face face) {
        return switch (face) {
            case REGULAR -> regular;
            case BOLD -> bold;
            case ITALIC -> italic;
        };
    }
}
