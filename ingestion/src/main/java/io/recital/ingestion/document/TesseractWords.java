package io.recital.ingestion.document;

import java.util.ArrayList;
import java.util.List;

/**
 * The words that Tesseract lists for an image, put together to lines.
 *
 * <p>Where a page was scanned turned, its words are put upright first: places then count from the top left of the page as
 * it is read.
 */
final class TesseractWords {
    private static final int COLUMNS = 12;
    private static final int PAGE = 1;
    private static final int WORD = 5;

    /** A word and its rectangle in pixels; {@code line} names the line that it stands on. */
    private record Word(String line, String text, int left, int top, int width, int height) {
        /** The rectangle on the page turned by a quarter to the left. */
        Word turnedLeft(int pageWidth) {
            return new Word(line, text, top, pageWidth - left - width, /* width= */ height, /* height= */ width);
        }
    }

    private TesseractWords() {}

    /**
     * The lines in the order in which they are read.
     *
     * @param table Tesseract's output in the form {@code tsv}
     * @param page number of the page, 1 for the first
     * @param scale points per pixel
     */
    static List<PdfLine> lines(List<String> table, int page, float scale) {
        List<Word> words = new ArrayList<>();
        int width = 0;
        int height = 0;
        for (String row : table.subList(Math.min(1, table.size()), table.size())) {
            String[] fields = row.split("\t", -1);
            int kind = fields.length >= COLUMNS ? Integer.parseInt(fields[0]) : 0;
            if (kind == PAGE) {
                width = Integer.parseInt(fields[8]);
                height = Integer.parseInt(fields[9]);
            } else if (kind == WORD && !fields[11].isBlank()) {
                words.add(word(fields));
            }
        }
        return joined(upright(words, width, height), page, scale);
    }

    private static Word word(String[] fields) {
        return new Word(
                fields[2] + "/" + fields[3] + "/" + fields[4],
                fields[11],
                Integer.parseInt(fields[6]),
                Integer.parseInt(fields[7]),
                Integer.parseInt(fields[8]),
                Integer.parseInt(fields[9]));
    }

    private static List<Word> upright(List<Word> words, int width, int height) {
        List<Word> turned = words;
        int pageWidth = width;
        for (int quarters = quartersToTurn(words); quarters > 0; quarters--) {
            int by = pageWidth;
            turned = turned.stream().map(word -> word.turnedLeft(by)).toList();
            pageWidth = pageWidth == width ? height : width;
        }
        return turned;
    }

    /** Quarters to the left that put the page upright, by the way that most of its lines run. */
    private static int quartersToTurn(List<Word> words) {
        long[] way = new long[4];
        for (int i = 1; i < words.size(); i++) {
            Word word = words.get(i);
            Word before = words.get(i - 1);
            if (word.line().equals(before.line())) {
                int right = 2 * (word.left() - before.left()) + word.width() - before.width();
                int down = 2 * (word.top() - before.top()) + word.height() - before.height();
                way[Math.abs(right) >= Math.abs(down) ? (right >= 0 ? 0 : 2) : (down >= 0 ? 1 : 3)]++;
            }
        }
        int most = 0;
        for (int i = 1; i < way.length; i++) {
            most = way[i] > way[most] ? i : most;
        }
        return most;
    }

    private static List<PdfLine> joined(List<Word> words, int page, float scale) {
        List<PdfLine> lines = new ArrayList<>();
        List<PdfGlyph> line = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            line.add(glyph(word, scale, line.size()));
            if (i + 1 == words.size() || !words.get(i + 1).line().equals(word.line())) {
                lines.add(PdfLine.ofWords(page, line));
                line.clear();
            }
        }
        return lines;
    }

    private static PdfGlyph glyph(Word word, float scale, int order) {
        return new PdfGlyph(
                word.text(),
                word.left() * scale,
                (word.top() + word.height()) * scale,
                word.width() * scale,
                word.height() * scale,
                10,
                3,
                false,
                order);
    }
}
