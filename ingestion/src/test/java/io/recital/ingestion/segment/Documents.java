package io.recital.ingestion.segment;

import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.evidence.PageMap;
import io.recital.models.evidence.StoredText;
import java.util.ArrayList;
import java.util.List;

/** Parsed documents as a parser would hand them over, built from wording. */
final class Documents {
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();

    /** Plain text: paragraphs between empty lines. */
    static ParsedDocument plain(String wording) {
        Documents document = new Documents();
        for (String paragraph : wording.strip().split("\\n\\s*\\n")) {
            document.add(BlockKind.PARAGRAPH, paragraph);
        }
        return document.build();
    }

    Documents add(BlockKind kind, String words) {
        return add(kind, words, 0, null);
    }

    Documents add(BlockKind kind, String words, int level, String label) {
        int start = text.codePointCount(0, text.length());
        text.append(words).append("\n\n");
        int length = words.codePointCount(0, words.length());
        blocks.add(new Block(kind, new io.recital.models.evidence.Span(start, start + length), level, label, null));
        return this;
    }

    ParsedDocument build() {
        return new ParsedDocument(
                StoredText.of(text.toString()), blocks, PageMap.NONE, "text/plain", null, false, List.of());
    }
}
