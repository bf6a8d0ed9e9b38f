package io.recital.models.store;

import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.Definition;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.Passage;
import io.recital.models.clause.Segmentation;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.PageMap;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.Provenance;
import io.recital.models.finding.ReviewStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** A small contract in each form that it takes on its way into the store. */
final class Samples {
    static final String TEXT =
            "Hosting Agreement\n1. Payment\nCustomer pays each invoice within 30 days. 😀\nTier Credit\n";

    private Samples() {}

    static OriginalContent bytes(String content) {
        return OriginalContent.of(content.getBytes(StandardCharsets.UTF_8));
    }

    static ParsedDocument parsed() {
        StoredText text = StoredText.of(TEXT);
        TableRow row = new TableRow(
                0,
                1,
                false,
                List.of(new TableCell(
                        1, span(text, "Credit"), "Credit", List.of("Tier"), List.of(span(text, "Tier")))));
        return new ParsedDocument(
                text,
                List.of(
                        Block.of(BlockKind.TITLE, span(text, "Hosting Agreement")),
                        new Block(BlockKind.LIST_ITEM, span(text, "Payment"), 2, "1.", null),
                        Block.of(row, span(text, "Tier Credit"))),
                new PageMap(
                        List.of(0, 18),
                        List.of(new PageMap.LineBox(span(text, "Hosting Agreement"), 1, 72.5f, 100.25f, 200f, 12f))),
                "application/pdf",
                "Hosting",
                false,
                List.of("Page 2 is an image without text."));
    }

    static Segmentation segmentation() {
        StoredText text = StoredText.of(TEXT);
        Span wording = span(text, "Customer pays each invoice within 30 days.");
        Clause parent = clause(
                0, "1", null, span(text, "1. Payment"), parsed().blocks().get(2).row());
        Clause child = clause(1, "1(a)", parent.id(), wording, null);
        Passage passage = new Passage(
                UUID.randomUUID(), 0, child.id(), "1(a)", List.of("Payment"), wording, text.slice(wording), 2, "en");
        return new Segmentation(
                List.of(child, parent),
                List.of(new Definition("Customer", "Meridian Foods plc", true, span(text, "Customer"), child.id())),
                List.of(passage),
                "segmenter 1");
    }

    private static Clause clause(int ordinal, String path, UUID parent, Span span, TableRow row) {
        return new Clause(
                UUID.randomUUID(),
                ordinal,
                ClauseKind.CLAUSE,
                path,
                parent,
                parent == null ? "Payment" : null,
                List.of("Payment"),
                span,
                StoredText.of(TEXT).slice(span),
                row == null ? List.of() : List.of(row),
                "en");
    }

    static Finding finding(DocumentVersion document, FindingContent content, double confidence) {
        StoredText text = StoredText.of(TEXT);
        Span span = span(text, "within 30 days");
        String quote = text.slice(span);
        Citation citation = new Citation(
                document.contract(),
                document.id(),
                document.file(),
                "1(a)",
                2,
                span,
                quote,
                Sha256.of(quote),
                CitationRole.CLAUSE);
        return new Finding(
                UUID.randomUUID(),
                document.contract(),
                document.id(),
                null,
                content,
                List.of(citation),
                confidence,
                new Provenance("rules", "1"),
                false,
                ReviewStatus.UNREVIEWED);
    }

    static Span span(StoredText text, String words) {
        int start = text.value().indexOf(words);
        return text.spanOfUtf16(start, start + words.length());
    }
}
