package io.recital.ingestion.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.clause.Block;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.TableCell;
import io.recital.models.evidence.PageMap;

/** What holds for every parsed document, whatever its format. */
final class ParsedDocumentAssertions {
    private ParsedDocumentAssertions() {}

    static void assertConsistent(ParsedDocument document) {
        int end = 0;
        for (Block block : document.blocks()) {
            assertThat(block.span().start()).isGreaterThanOrEqualTo(end);
            assertThat(document.text().slice(block.span())).isNotBlank();
            end = block.span().end();
            for (TableCell cell : block.cells()) {
                assertThat(document.text().slice(cell.span())).isEqualTo(cell.text());
                for (int i = 0; i < cell.headers().size(); i++) {
                    assertThat(document.text().slice(cell.headerSpans().get(i)))
                            .isEqualTo(cell.headers().get(i));
                }
            }
        }
        assertThat(end).isLessThanOrEqualTo(document.text().length());
        assertThat(document.text().value()).doesNotContain("\0");
        for (PageMap.LineBox line : document.pages().lines()) {
            assertThat(document.text().slice(line.span())).isNotEmpty();
            assertThat(document.pages().pageAt(line.span().start())).hasValue(line.page());
            assertThat(line.width()).isPositive();
        }
    }
}
