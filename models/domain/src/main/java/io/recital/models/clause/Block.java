package io.recital.models.clause;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of a document's layout in reading order: a heading, a paragraph, a list item, a table row, or page
 * furniture.
 *
 * @param level heading depth as the format states it (1 is the highest), list depth for list items, 0 where unknown
 * @param label a number that the format generates and the text does not hold (DOCX automatic numbering), such as
 *     {@code 7.2} or {@code (b)}; null when there is none or the text holds it
 * @param row the cells, for a table row; null otherwise
 */
public record Block(
        BlockKind kind,
        Span span,
        int level,
        @Nullable String label,
        @Nullable TableRow row) {
    public Block {
        requireNonNull(kind, "kind");
        requireNonNull(span, "span");
        if ((kind == BlockKind.TABLE_ROW) != (row != null)) {
            throw new IllegalArgumentException("A table row has cells, and nothing else has");
        }
    }

    public static Block of(BlockKind kind, Span span) {
        return new Block(kind, span, 0, null, null);
    }

    public static Block of(BlockKind kind, Span span, int level) {
        return new Block(kind, span, level, null, null);
    }

    public static Block of(TableRow row, Span span) {
        return new Block(BlockKind.TABLE_ROW, span, 0, null, row);
    }

    /** The cells of a table row; empty for anything else. */
    public List<TableCell> cells() {
        return row == null ? List.of() : row.cells();
    }
}
