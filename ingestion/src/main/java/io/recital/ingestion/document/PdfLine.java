package io.recital.ingestion.document;

import java.util.ArrayList;
import java.util.List;

/** A printed line: one or more segments that stand apart from each other on the same height. */
record PdfLine(int page, List<Segment> segments) {
    /** Words without a wide gap between them. */
    record Segment(String text, float x, float right, float top, float bottom, float size, boolean bold, int order) {
        float width() {
            return right - x;
        }

        /** This and what follows it on the line as one. */
        Segment join(Segment next) {
            return new Segment(
                    text + " " + next.text,
                    x,
                    next.right,
                    Math.min(top, next.top),
                    Math.max(bottom, next.bottom),
                    Math.max(size, next.size),
                    bold && next.bold,
                    Math.min(order, next.order));
        }
    }

    PdfLine {
        segments = List.copyOf(segments);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Segment segment : segments) {
            text.append(text.length() == 0 ? "" : " ").append(segment.text());
        }
        return text.toString();
    }

    float x() {
        return segments.get(0).x();
    }

    float right() {
        return segments.get(segments.size() - 1).right();
    }

    float top() {
        return (float) segments.stream().mapToDouble(Segment::top).min().orElse(0);
    }

    float bottom() {
        return (float) segments.stream().mapToDouble(Segment::bottom).max().orElse(0);
    }

    float size() {
        return (float) segments.stream().mapToDouble(Segment::size).max().orElse(0);
    }

    boolean bold() {
        return segments.stream().allMatch(Segment::bold);
    }

    int order() {
        return segments.stream().mapToInt(Segment::order).min().orElse(0);
    }

    /** One line of words that are known to stand on it. */
    static PdfLine ofWords(int page, List<PdfGlyph> words) {
        return lineOf(page, new ArrayList<>(words), List.of());
    }

    /**
     * A page's lines from top to bottom.
     *
     * @param borders vertical lines, which keep the words on their two sides apart
     */
    static List<PdfLine> of(int page, List<PdfGlyph> glyphs, List<PdfRuling> borders) {
        List<PdfGlyph> sorted = new ArrayList<>(glyphs);
        sorted.removeIf(PdfGlyph::isBlank);
        sorted.sort((a, b) -> Float.compare(a.baseline(), b.baseline()));
        List<PdfLine> lines = new ArrayList<>();
        List<PdfGlyph> band = new ArrayList<>();
        float top = 0;
        float bottom = 0;
        for (PdfGlyph glyph : sorted) {
            float overlap = Math.min(bottom, glyph.baseline()) - Math.max(top, glyph.top());
            boolean same = overlap >= 0.5f * Math.min(glyph.height(), bottom - top);
            if (!band.isEmpty() && !same) {
                lines.add(lineOf(page, band, borders));
                band.clear();
            }
            top = band.isEmpty() ? glyph.top() : Math.min(top, glyph.top());
            bottom = band.isEmpty() ? glyph.baseline() : Math.max(bottom, glyph.baseline());
            band.add(glyph);
        }
        if (!band.isEmpty()) {
            lines.add(lineOf(page, band, borders));
        }
        return lines;
    }

    private static PdfLine lineOf(int page, List<PdfGlyph> band, List<PdfRuling> borders) {
        band.sort((a, b) -> Float.compare(a.x(), b.x()));
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= band.size(); i++) {
            if (i == band.size() || standsApart(band.get(i - 1), band.get(i), borders)) {
                segments.add(segment(band.subList(from, i)));
                from = i;
            }
        }
        return new PdfLine(page, segments);
    }

    private static boolean standsApart(PdfGlyph left, PdfGlyph right, List<PdfRuling> borders) {
        float gap = right.x() - left.right();
        float middle = (right.x() + left.right()) / 2;
        float size = Math.max(left.size(), right.size());
        return gap > 1.5f * size
                || (gap > 0.5f && borders.stream().anyMatch(border -> isBetween(border, left, right, middle)));
    }

    private static boolean isBetween(PdfRuling border, PdfGlyph left, PdfGlyph right, float middle) {
        float y = left.baseline() - left.height() / 2;
        float x = border.x1();
        boolean inGap = (x > left.right() - 1 && x < right.x() + 1) || Math.abs(x - middle) < 1;
        return inGap && border.y1() <= y && border.y2() >= y;
    }

    private static Segment segment(List<PdfGlyph> glyphs) {
        StringBuilder text = new StringBuilder();
        float top = Float.MAX_VALUE;
        float bottom = 0;
        float right = 0;
        float size = 0;
        int order = Integer.MAX_VALUE;
        int bold = 0;
        for (int i = 0; i < glyphs.size(); i++) {
            PdfGlyph glyph = glyphs.get(i);
            text.append(i > 0 && isWordGap(glyphs.get(i - 1), glyph) ? " " : "").append(glyph.text());
            top = Math.min(top, glyph.top());
            bottom = Math.max(bottom, glyph.baseline());
            right = Math.max(right, glyph.right());
            size = Math.max(size, glyph.size());
            order = Math.min(order, glyph.order());
            bold += glyph.bold() ? 1 : 0;
        }
        String words = TextAssembly.storable(text.toString().replace('\n', ' ').replace('\r', ' '));
        return new Segment(words, glyphs.get(0).x(), right, top, bottom, size, bold * 10 >= glyphs.size() * 9, order);
    }

    private static boolean isWordGap(PdfGlyph left, PdfGlyph right) {
        float gap = right.x() - left.right();
        float average = (left.width() + right.width()) / 2;
        float space = left.space() > 0 ? left.space() : 0.28f * left.size();
        return gap > Math.min(0.5f * space, 0.35f * Math.max(average, 0.2f * left.size()));
    }
}
