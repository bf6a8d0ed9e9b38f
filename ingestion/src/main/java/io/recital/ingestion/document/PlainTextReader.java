package io.recital.ingestion.document;

import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.evidence.PageMap;
import io.recital.models.evidence.StoredText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads plain text; the stored text is the decoded file, character for character. */
final class PlainTextReader implements DocumentReader {
    private static final int REPEATED = 3;

    @Override
    public ParseOutcome read(SourceFile source) throws IOException, DocumentRefusal {
        StoredText text = StoredText.of(TextDecoding.decode(Files.readAllBytes(source.path())));
        return new ParseOutcome.Parsed(
                new ParsedDocument(text, blocksOf(text), PageMap.NONE, "text/plain", null, false, List.of()));
    }

    static List<Block> blocksOf(StoredText text) {
        List<TextLine> lines = TextLine.of(text.value());
        Map<String, Integer> alone = countLinesThatStandAlone(lines);
        List<Block> blocks = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= lines.size(); i++) {
            boolean ends = i == lines.size() || lines.get(i).isBlank() || (i > from && startsBlock(lines, i));
            if (!ends) {
                continue;
            }
            if (i > from) {
                blocks.add(block(text, lines.subList(from, i), alone));
            }
            from = i < lines.size() && lines.get(i).isBlank() ? i + 1 : i;
        }
        return blocks;
    }

    private static boolean startsBlock(List<TextLine> lines, int i) {
        String line = lines.get(i).words();
        String before = lines.get(i - 1).words();
        return LineShape.isListItem(line)
                || LineShape.isNumbered(line)
                || LineShape.isHeading(line)
                || LineShape.isHeading(before)
                || LineShape.isPageNumber(line)
                || LineShape.isPageNumber(before);
    }

    private static Map<String, Integer> countLinesThatStandAlone(List<TextLine> lines) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean before = i == 0 || lines.get(i - 1).isBlank();
            boolean after = i == lines.size() - 1 || lines.get(i + 1).isBlank();
            if (before && after && !lines.get(i).isBlank()) {
                counts.merge(lines.get(i).stripped(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static Block block(StoredText text, List<TextLine> lines, Map<String, Integer> alone) {
        String first = lines.get(0).stripped();
        return Block.of(
                kindOf(lines, first, alone),
                text.spanOfUtf16(
                        lines.get(0).contentStart(), lines.get(lines.size() - 1).contentEnd()));
    }

    private static BlockKind kindOf(List<TextLine> lines, String first, Map<String, Integer> alone) {
        if (lines.size() == 1 && LineShape.isPageNumber(first)) {
            return BlockKind.PAGE_NUMBER;
        }
        if (lines.size() == 1 && first.length() > 20 && alone.getOrDefault(first, 0) >= REPEATED) {
            return BlockKind.PAGE_FOOTER;
        }
        if (lines.size() == 1 && LineShape.isHeading(first)) {
            return BlockKind.HEADING;
        }
        return LineShape.isListItem(first) ? BlockKind.LIST_ITEM : BlockKind.PARAGRAPH;
    }
}
