package io.recital.ingestion.document;

import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.TableCell;
import io.recital.models.evidence.PageMap;
import io.recital.models.evidence.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a PDF's pages as one text with layout, pages and line boxes. The lines of a paragraph stay lines; hyphens at
 * their ends stay as they are printed.
 */
final class PdfText {
    private final TextAssembly assembly = new TextAssembly();
    private final List<Integer> pageStarts = new ArrayList<>();
    private final List<PageMap.LineBox> boxes = new ArrayList<>();
    private final float bodySize;
    private final PdfFurniture furniture;
    private @Nullable PdfTable lastTable;
    private TableAssembly.@Nullable Written lastWritten;

    PdfText(List<PdfPage> pages) {
        List<List<PdfLine>> lines = pages.stream().map(PdfPage::lines).toList();
        this.bodySize = bodySize(pages);
        this.furniture =
                new PdfFurniture(lines, pages.stream().map(PdfPage::height).toList());
        pages.forEach(this::page);
    }

    boolean hasWords() {
        return !assembly.isBlank();
    }

    void warn(String sentence) {
        assembly.warn(sentence);
    }

    ParsedDocument document(@Nullable String title, boolean fromOcr) {
        return assembly.document(PdfReader.MEDIA_TYPE, new PageMap(pageStarts, boxes), title, fromOcr);
    }

    private static float bodySize(List<PdfPage> pages) {
        Map<Float, Integer> counts = new HashMap<>();
        for (PdfPage page : pages) {
            page.lines().forEach(line -> counts.merge(line.size(), line.text().length(), Integer::sum));
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(10f);
    }

    private void page(PdfPage page) {
        pageStarts.add(assembly.position() == 0 ? 0 : assembly.position() + 2);
        PdfRuledTables ruled = new PdfRuledTables(page.rulings());
        Set<PdfLine> headers = repeatedTableHeaders(page, ruled);
        List<PdfLine> wording = page.lines().stream()
                .filter(line -> furniture.kindOf(line) == null || headers.contains(line))
                .toList();
        PageWriting writing = new PageWriting(page, ruled, wording);
        List<PdfLine> run = new ArrayList<>();
        for (PdfLine line : page.lines()) {
            BlockKind kind = headers.contains(line) ? null : furniture.kindOf(line);
            if (kind == null) {
                run.add(line);
            } else {
                writing.write(run);
                run.clear();
                write(kind, List.of(line));
            }
        }
        writing.write(run);
        page.aside().forEach(words -> assembly.block(BlockKind.PAGE_FOOTER, words));
    }

    /** Lines that repeat from page to page but head a table with wording: no furniture, although they look like it. */
    private Set<PdfLine> repeatedTableHeaders(PdfPage page, PdfRuledTables ruled) {
        Set<Integer> worded = new HashSet<>();
        for (PdfLine line : page.lines()) {
            if (furniture.kindOf(line) == null) {
                worded.add(ruled.indexOf(line));
            }
        }
        worded.remove(-1);
        return page.lines().stream()
                .filter(line -> line.segments().size() > 1 && worded.contains(ruled.indexOf(line)))
                .collect(Collectors.toSet());
    }

    /** Writes the wording of one page: tables where there are tables, paragraphs for the rest. */
    private final class PageWriting {
        private final int page;
        private final PdfRuledTables ruled;
        private final PdfParagraphs paragraphs;

        PageWriting(PdfPage page, PdfRuledTables ruled, List<PdfLine> wording) {
            this.page = page.number();
            this.ruled = ruled;
            // the lines of a table stand closer than those of a paragraph
            List<PdfLine> outside =
                    wording.stream().filter(line -> ruled.indexOf(line) < 0).toList();
            this.paragraphs = new PdfParagraphs(outside.isEmpty() ? wording : outside, bodySize);
        }

        void write(List<PdfLine> lines) {
            List<PdfLine> prose = new ArrayList<>();
            for (int i = 0; i < lines.size(); ) {
                int table = ruled.indexOf(lines.get(i));
                int end = i;
                while (table >= 0 && end < lines.size() && ruled.indexOf(lines.get(end)) == table) {
                    end++;
                }
                PdfTable found = end > i ? ruled.table(table, lines.subList(i, end), page) : null;
                if (found != null && found.isTable()) {
                    writeAligned(prose);
                    prose.clear();
                    writeTable(found);
                    i = end;
                } else {
                    prose.add(PdfAlignedTables.withoutMarkerGap(lines.get(i)));
                    i++;
                }
            }
            writeAligned(prose);
        }

        private void writeAligned(List<PdfLine> unordered) {
            List<PdfLine> lines = PdfColumns.inReadingOrder(unordered);
            List<PdfLine> prose = new ArrayList<>();
            for (int i = 0; i < lines.size(); ) {
                int end = PdfAlignedTables.endOfRun(lines, i);
                PdfTable table = end > i ? PdfAlignedTables.find(lines.subList(i, end), page) : null;
                if (table != null) {
                    writeProse(prose);
                    prose.clear();
                    writeTable(table);
                    i = end;
                } else {
                    prose.addAll(lines.subList(i, Math.max(end, i + 1)));
                    i = Math.max(end, i + 1);
                }
            }
            writeProse(prose);
        }

        private void writeProse(List<PdfLine> lines) {
            if (!lines.isEmpty()) {
                lastTable = null;
                paragraphs.of(lines).forEach(each -> PdfText.this.write(each.kind(), each.lines()));
            }
        }

        private void writeTable(PdfTable table) {
            boolean goesOn = lastTable != null && lastWritten != null && table.continues(lastTable);
            TableAssembly rows = table.assembled();
            if (rows.isEmpty()) {
                return;
            }
            TableAssembly.Written written = rows.writeTo(assembly, goesOn ? lastWritten : null);
            addBoxes(table, written);
            lastTable = table;
            lastWritten = written;
        }

        private void addBoxes(PdfTable table, TableAssembly.Written written) {
            List<List<PdfTable.Cell>> rows = table.filledRows();
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < rows.get(i).size(); j++) {
                    addBoxes(rows.get(i).get(j), written.rows().get(i).get(j));
                }
            }
        }

        private void addBoxes(PdfTable.Cell source, TableCell cell) {
            int from = 0;
            for (PdfLine.Segment piece : source.pieces()) {
                String words = piece.text().replaceAll("\\s+", " ").strip();
                int at = cell.text().indexOf(words, from);
                if (at >= 0 && !words.isEmpty()) {
                    int start = cell.span().start() + cell.text().codePointCount(0, at);
                    Span span = new Span(start, start + words.codePointCount(0, words.length()));
                    boxes.add(new PageMap.LineBox(
                            span, page, piece.x(), piece.top(), piece.width(), piece.bottom() - piece.top()));
                    from = at + words.length();
                }
            }
        }
    }

    private void write(BlockKind kind, List<PdfLine> lines) {
        assembly.separate();
        int start = assembly.position();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                assembly.append("\n");
            }
            PdfLine line = lines.get(i);
            boxes.add(box(line, assembly.append(line.text())));
        }
        assembly.add(Block.of(kind, new Span(start, assembly.position())));
    }

    private static PageMap.LineBox box(PdfLine line, Span span) {
        return new PageMap.LineBox(
                span, line.page(), line.x(), line.top(), line.right() - line.x(), line.bottom() - line.top());
    }
}
