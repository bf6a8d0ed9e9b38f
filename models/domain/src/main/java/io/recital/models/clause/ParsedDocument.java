package io.recital.models.clause;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.PageMap;
import io.recital.models.evidence.StoredText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a parser read from one file: the text to store, its layout, its pages.
 *
 * @param text the text that every offset refers to from now on
 * @param blocks the layout in reading order; spans do not overlap
 * @param mediaType detected type, such as {@code application/pdf}
 * @param title the title that the file's own properties state, null when none
 * @param fromOcr whether the text was read from images
 * @param warnings what the reader should know, each one sentence ("Page 3 is an image without text.")
 */
public record ParsedDocument(
        StoredText text,
        List<Block> blocks,
        PageMap pages,
        String mediaType,
        @Nullable String title,
        boolean fromOcr,
        List<String> warnings) {
    public ParsedDocument {
        requireNonNull(text, "text");
        requireNonNull(pages, "pages");
        requireNonNull(mediaType, "mediaType");
        blocks = List.copyOf(blocks);
        warnings = List.copyOf(warnings);
    }
}
