package io.recital.ingestion.document;

import io.recital.models.clause.BlockKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises headers, footers and page numbers: what repeats at the edges of pages, and numbers that count the pages. */
final class PdfFurniture {
    private static final int EDGE_LINES = 4;
    private static final float EDGE_ZONE = 0.14f;
    private static final float SAME_HEIGHT = 14f;
    private static final Pattern PAGE_COUNT =
            Pattern.compile("^\\W*\\p{Nd}{1,4}\\b|\\b\\p{Nd}{1,4}\\W*$|(?i)(?<=page |of )\\p{Nd}{1,4}\\b");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{1,4}");

    private final Map<PdfLine, BlockKind> kinds = new HashMap<>();

    PdfFurniture(List<List<PdfLine>> pages, List<Float> heights) {
        markRepeated(pages, heights);
        markPageNumbers(pages);
    }

    /** The kind of a line that belongs to the page; null for the contract's wording. */
    @Nullable
    BlockKind kindOf(PdfLine line) {
        return kinds.get(line);
    }

    private void markRepeated(List<List<PdfLine>> pages, List<Float> heights) {
        Map<String, List<PdfLine>> linesOfShape = new HashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            for (PdfLine line : edgeLines(pages.get(i), heights.get(i))) {
                linesOfShape
                        .computeIfAbsent(shape(line, heights.get(i)), key -> new ArrayList<>())
                        .add(line);
            }
        }
        int needed = Math.max(pages.size() <= 4 ? 2 : 3, (int) Math.ceil(pages.size() * 0.2));
        for (int i = 0; i < pages.size(); i++) {
            for (PdfLine line : edgeLines(pages.get(i), heights.get(i))) {
                boolean onlyNumber = LineShape.isPageNumber(line.text());
                int seen = pagesAtHeightOf(line, linesOfShape.getOrDefault(shape(line, heights.get(i)), List.of()));
                if (seen >= needed && pages.size() > 1) {
                    boolean top = line.bottom() < heights.get(i) / 2;
                    kinds.put(
                            line,
                            onlyNumber ? BlockKind.PAGE_NUMBER : top ? BlockKind.PAGE_HEADER : BlockKind.PAGE_FOOTER);
                }
            }
        }
    }

    private static int pagesAtHeightOf(PdfLine line, List<PdfLine> alike) {
        Set<Integer> pages = new HashSet<>();
        for (PdfLine other : alike) {
            if (Math.abs(other.bottom() - line.bottom()) < SAME_HEIGHT) {
                pages.add(other.page());
            }
        }
        return pages.size();
    }

    private static List<PdfLine> edgeLines(List<PdfLine> lines, float height) {
        List<PdfLine> edges = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            boolean top = i < EDGE_LINES && line.top() < height * EDGE_ZONE;
            boolean bottom = i >= lines.size() - EDGE_LINES && line.bottom() > height * (1 - EDGE_ZONE);
            if (top || bottom) {
                edges.add(line);
            }
        }
        return edges;
    }

    /** Its words with what may count pages made equal, and whether it stands at the top or at the bottom. */
    private static String shape(PdfLine line, float height) {
        String words = PAGE_COUNT
                .matcher(line.text())
                .replaceAll("#")
                .replaceAll("\\s+", " ")
                .strip();
        String edge = line.bottom() < height / 2 ? "top " : "bottom ";
        return edge + (LineShape.isPageNumber(line.text()) ? "#" : words);
    }

    /** Lines that are nothing but a number, and count up by one from page to page. */
    private void markPageNumbers(List<List<PdfLine>> pages) {
        List<PdfLine> run = new ArrayList<>();
        int last = -1;
        for (List<PdfLine> page : pages) {
            for (PdfLine line : page) {
                int number = pageNumber(line);
                if (number < 0) {
                    continue;
                }
                if (number == last + 1 || run.isEmpty()) {
                    run.add(line);
                    last = number;
                } else if (number != last) {
                    accept(run);
                    run = new ArrayList<>(List.of(line));
                    last = number;
                }
            }
        }
        accept(run);
    }

    private void accept(List<PdfLine> run) {
        if (run.size() >= 3) {
            run.forEach(line -> kinds.put(line, BlockKind.PAGE_NUMBER));
        }
    }

    private static int pageNumber(PdfLine line) {
        if (line.segments().size() > 1 || !LineShape.isPageNumber(line.text())) {
            return -1;
        }
        Matcher number = NUMBER.matcher(line.text());
        return number.find() ? Integer.parseInt(number.group()) : -1;
    }
}
