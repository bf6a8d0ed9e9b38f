package io.recital.ingestion.document;

import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.evidence.PageMap;
import io.recital.models.evidence.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a PDF's pages as one text with layout, pages and line boxes. The lines of a paragraph stay lines. */
final class PdfText {
    private final TextAssembly assembly = new TextAssembly();
    private final List<Integer> pageStarts = new ArrayList<>();
    private final List<PageMap.LineBox> boxes = new ArrayList<>();
    private final float bodySize;
    private final PdfFurniture furniture;

    PdfText(List<PdfPage> pages) {
        List<List<PdfLine>> lines = pages.stream().map(PdfPage::lines).toList();
        this.bodySize = bodySize(pages);
        this.furniture =
                new PdfFurniture(lines, pages.stream().map(PdfPage::height).toList());
        for (int i = 0; i < pages.size(); i++) {
            page(pages.get(i), lines.get(i));
        }
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
        pages.forEach(page -> page.lines()
                .forEach(line -> counts.merge(line.size(), line.text().length(), Integer::sum)));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(10f);
    }

    private void page(PdfPage page, List<PdfLine> lines) {
        pageStarts.add(assembly.position() == 0 ? 0 : assembly.position() + 2);
        List<PdfLine> wording = new ArrayList<>();
        PdfParagraphs paragraphs = new PdfParagraphs(
                lines.stream().filter(line -> furniture.kindOf(line) == null).toList(), bodySize);
        for (PdfLine line : lines) {
            BlockKind kind = furniture.kindOf(line);
            if (kind == null) {
                wording.add(line);
            } else {
                paragraphs(paragraphs, wording);
                wording.clear();
                write(kind, List.of(line));
            }
        }
        paragraphs(paragraphs, wording);
        page.aside().forEach(words -> assembly.block(BlockKind.PAGE_FOOTER, words));
    }

    private void paragraphs(PdfParagraphs paragraphs, List<PdfLine> lines) {
        if (!lines.isEmpty()) {
            paragraphs.of(lines).forEach(each -> write(each.kind(), each.lines()));
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
            Span span = assembly.append(line.text());
            boxes.add(box(line, span));
        }
        assembly.add(Block.of(kind, new Span(start, assembly.position())));
    }

    private static PageMap.LineBox box(PdfLine line, Span span) {
        return new PageMap.LineBox(
                span, line.page(), line.x(), line.top(), line.right() - line.x(), line.bottom() - line.top());
    }
}
