package io.recital.ingestion.document;

import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.TableRow;
import io.recital.models.evidence.PageMap;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds the stored text of a format that has no text of its own (PDF, DOCX, XLSX, HTML) block by block: an empty line
 * between blocks, one line break between the rows of a table, a tab between cells.
 */
final class TextAssembly {
    static final String CELL_SEPARATOR = "\t";

    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private int position;
    private int tables;

    /** Number of code points so far. */
    int position() {
        return position;
    }

    int blockCount() {
        return blocks.size();
    }

    /** Number of the next table. */
    int nextTable() {
        return tables++;
    }

    void warn(String sentence) {
        if (!warnings.contains(sentence)) {
            warnings.add(sentence);
        }
    }

    /** Appends words as they are, without what a database cannot hold, and says where they stand. */
    Span append(String words) {
        int start = position;
        String storable = storable(words);
        text.append(storable);
        position += storable.codePointCount(0, storable.length());
        return new Span(start, position);
    }

    /** Appends a block of its own; blank words make no block. */
    void block(BlockKind kind, int level, @Nullable String label, String words) {
        String stripped = words.strip();
        if (stripped.isEmpty()) {
            return;
        }
        separate();
        blocks.add(new Block(kind, append(stripped), level, label, null));
    }

    void block(BlockKind kind, String words) {
        block(kind, 0, null, words);
    }

    /** Registers a block whose words were appended already. */
    void add(Block block) {
        blocks.add(block);
    }

    /** Puts the distance that stands between two blocks. */
    void separate() {
        if (position > 0) {
            append("\n\n");
        }
    }

    /** The distance before a row: one line break between the rows of a table. */
    void separate(boolean insideTable) {
        if (insideTable) {
            append("\n");
        } else {
            separate();
        }
    }

    void add(TableRow row, Span span) {
        blocks.add(Block.of(row, span));
    }

    boolean isBlank() {
        return text.toString().isBlank();
    }

    ParsedDocument document(String mediaType, PageMap pages, @Nullable String title, boolean fromOcr) {
        String named = title == null || title.isBlank() ? null : storable(title.strip());
        return new ParsedDocument(StoredText.of(text.toString()), blocks, pages, mediaType, named, fromOcr, warnings);
    }

    /** The words without NUL and other control characters; a lone surrogate becomes U+FFFD. */
    static String storable(String words) {
        StringBuilder clean = null;
        for (int i = 0; i < words.length(); ) {
            int point = words.codePointAt(i);
            int width = Character.charCount(point);
            boolean lone = width == 1 && Character.isSurrogate((char) point);
            boolean control = point < 0x20 && point != '\n' && point != '\t' && point != '\r';
            if ((lone || control) && clean == null) {
                clean = new StringBuilder(words.length()).append(words, 0, i);
            }
            if (clean != null && !control) {
                clean.appendCodePoint(lone ? 0xFFFD : point);
            }
            i += width;
        }
        return clean == null ? words : clean.toString();
    }
}
