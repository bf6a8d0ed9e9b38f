package io.recital.ingestion.document;

import io.recital.models.clause.BlockKind;
import java.util.ArrayList;
import java.util.List;

/** Joins the lines of a page to paragraphs, headings and list items. */
final class PdfParagraphs {
    /** Lines that belong together. */
    record Paragraph(BlockKind kind, List<PdfLine> lines) {}

    private final float left;
    private final float right;
    private final float pitch;
    private final float bodySize;

    /**
     * @param bodySize the font size of most of the document
     */
    PdfParagraphs(List<PdfLine> lines, float bodySize) {
        this.bodySize = bodySize;
        this.left = (float) lines.stream().mapToDouble(PdfLine::x).min().orElse(0);
        this.right = (float) lines.stream().mapToDouble(PdfLine::right).max().orElse(0);
        this.pitch = usualPitch(lines);
    }

    private static float usualPitch(List<PdfLine> lines) {
        List<Float> pitches = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            float pitch = lines.get(i).bottom() - lines.get(i - 1).bottom();
            if (pitch > 0 && pitch < 4 * lines.get(i).size()) {
                pitches.add(pitch);
            }
        }
        pitches.sort(null);
        return pitches.isEmpty() ? 14 : pitches.get(pitches.size() / 3);
    }

    List<Paragraph> of(List<PdfLine> lines) {
        List<Paragraph> paragraphs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i == lines.size() || isBreak(lines, from, i)) {
                List<PdfLine> own = List.copyOf(lines.subList(from, i));
                paragraphs.add(new Paragraph(kindOf(own), own));
                from = i;
            }
        }
        return paragraphs;
    }

    private boolean isBreak(List<PdfLine> lines, int from, int i) {
        PdfLine before = lines.get(i - 1);
        PdfLine line = lines.get(i);
        float distance = line.bottom() - before.bottom();
        String words = line.text();
        if (distance > 1.35f * pitch || distance < -pitch || Math.abs(line.size() - before.size()) > 1.2f) {
            return true;
        }
        boolean ended = endsEarly(before) || endsSentence(before) || endsItem(before);
        if (ended && (LineShape.isListItem(words) || LineShape.isNumbered(words))) {
            return true;
        }
        boolean headingBefore = i - 1 == from && isHeading(List.of(before));
        if (headingBefore != isHeading(List.of(line)) && endsEarly(before)) {
            return true;
        }
        boolean indented = line.x() > before.x() + line.size() && line.x() < left + 0.35f * (right - left);
        return (endsEarly(before) && endsSentence(before)) || (indented && endsSentence(before) && i - 1 > from);
    }

    private boolean endsEarly(PdfLine line) {
        return line.right() < right - 0.12f * (right - left);
    }

    private static boolean endsSentence(PdfLine line) {
        String words = line.text().strip();
        return !words.isEmpty() && ".;:!?”\"".indexOf(words.charAt(words.length() - 1)) >= 0;
    }

    private static boolean endsItem(PdfLine line) {
        String words = line.text().strip();
        return words.endsWith(",") || words.endsWith(" and") || words.endsWith(" or");
    }

    private BlockKind kindOf(List<PdfLine> lines) {
        if (isHeading(lines)) {
            return BlockKind.HEADING;
        }
        return LineShape.isListItem(lines.get(0).text()) ? BlockKind.LIST_ITEM : BlockKind.PARAGRAPH;
    }

    private boolean isHeading(List<PdfLine> lines) {
        if (lines.size() > 3) {
            return false;
        }
        StringBuilder joined = new StringBuilder();
        lines.forEach(line -> joined.append(line.text()).append(' '));
        String words = joined.toString().strip();
        boolean large = lines.get(0).size() > bodySize * 1.15f;
        boolean bold = lines.stream().allMatch(PdfLine::bold);
        boolean stands = words.length() <= 120 && !words.endsWith(",") && !words.endsWith(";") && hasLetters(words);
        boolean printedAsHeading = (large || bold) && !words.endsWith(".");
        return stands && (printedAsHeading || LineShape.isHeading(words));
    }

    private static boolean hasLetters(String words) {
        return words.codePoints().filter(Character::isLetter).count() >= 3;
    }
}
