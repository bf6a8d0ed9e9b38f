package io.recital.ingestion.document;

import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.evidence.PageMap;
import io.recital.models.evidence.StoredText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Markdown; the stored text is the decoded file, character for character, and its marks become layout. */
final class MarkdownReader implements DocumentReader {
    private static final Pattern HEADING = Pattern.compile("(?:\uFEFF)? {0,3}(#{1,6})[ \\t]+(.*?)[ \\t]*#*[ \\t]*");
    private static final Pattern LIST = Pattern.compile("([ \\t]*)(?:[-*+]|\\p{Nd}{1,3}[.)])[ \\t]+\\S.*");
    private static final Pattern RULE =
            Pattern.compile(" {0,3}(?:(?:-[ \\t]*){3,}|(?:\\*[ \\t]*){3,}|(?:_[ \\t]*){3,})");
    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(=+|-+)[ \\t]*");

    @Override
    public ParseOutcome read(SourceFile source) throws IOException, DocumentRefusal {
        StoredText text = StoredText.of(TextDecoding.decode(Files.readAllBytes(source.path())));
        return new ParseOutcome.Parsed(new ParsedDocument(
                text, new Scan(text).blocks(), PageMap.NONE, "text/markdown", null, false, List.of()));
    }

    /** One pass over the lines. */
    private static final class Scan {
        private final StoredText text;
        private final List<TextLine> lines;
        private final List<Block> blocks = new ArrayList<>();
        private int paragraph = -1;
        private BlockKind kind = BlockKind.PARAGRAPH;
        private int level;
        private int tables;

        Scan(StoredText text) {
            this.text = text;
            this.lines = TextLine.of(text.value());
        }

        List<Block> blocks() {
            int i = 0;
            while (i < lines.size()) {
                i = step(i);
            }
            endParagraph(lines.size());
            return blocks;
        }

        private int step(int i) {
            TextLine line = lines.get(i);
            Matcher heading = HEADING.matcher(line.words());
            if (line.isBlank() || (RULE.matcher(line.words()).matches() && paragraph < 0)) {
                endParagraph(i);
                return i + 1;
            }
            if (heading.matches()) {
                endParagraph(i);
                addHeading(
                        line.start() + heading.start(2),
                        line.start() + heading.end(2),
                        heading.group(1).length());
                return i + 1;
            }
            if (MarkdownTable.startsAt(lines, i)) {
                endParagraph(i);
                return MarkdownTable.read(text, lines, i, tables++, blocks);
            }
            Matcher underline = UNDERLINE.matcher(line.words());
            if (paragraph == i - 1 && i > 0 && kind == BlockKind.PARAGRAPH && underline.matches()) {
                paragraph = -1;
                TextLine above = lines.get(i - 1);
                addHeading(
                        above.contentStart(),
                        above.contentEnd(),
                        underline.group(1).charAt(0) == '=' ? 1 : 2);
                return i + 1;
            }
            startParagraphWhereNeeded(i);
            return i + 1;
        }

        private void startParagraphWhereNeeded(int i) {
            Matcher list = LIST.matcher(lines.get(i).words());
            if (list.matches()) {
                endParagraph(i);
                begin(
                        i,
                        BlockKind.LIST_ITEM,
                        1 + list.group(1).replace("\t", "    ").length() / 2);
            } else if (paragraph < 0) {
                begin(i, BlockKind.PARAGRAPH, 0);
            }
        }

        private void begin(int i, BlockKind newKind, int newLevel) {
            paragraph = i;
            kind = newKind;
            level = newLevel;
        }

        private void addHeading(int start, int end, int depth) {
            if (end > start) {
                blocks.add(Block.of(BlockKind.HEADING, text.spanOfUtf16(start, end), depth));
            }
        }

        private void endParagraph(int end) {
            if (paragraph >= 0) {
                int start = lines.get(paragraph).contentStart();
                int last = lines.get(end - 1).contentEnd();
                blocks.add(Block.of(kind, text.spanOfUtf16(start, last), level));
                paragraph = -1;
            }
        }
    }
}
