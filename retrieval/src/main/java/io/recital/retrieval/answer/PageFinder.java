package io.recital.retrieval.answer;

import io.recital.models.clause.ParsedDocument;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.PageMap;
import io.recital.models.store.JdbcDocuments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/** Says on which page a quote begins: a passage may begin on the page before. */
final class PageFinder {
    private final JdbcDocuments documents;

    PageFinder(JdbcDocuments documents) {
        this.documents = documents;
    }

    /** The same citations, each with the page of its own first character. Call it in the name of a tenant. */
    List<Citation> paged(List<Citation> citations) {
        Map<UUID, PageMap> pages = new HashMap<>();
        return citations.stream()
                .map(citation -> paged(citation, pages.computeIfAbsent(citation.document(), this::pages)))
                .toList();
    }

    private PageMap pages(UUID document) {
        return documents.findParsed(document).map(ParsedDocument::pages).orElse(PageMap.NONE);
    }

    private static Citation paged(Citation citation, PageMap pages) {
        OptionalInt page = pages.pageAt(citation.span().start());
        return new Citation(
                citation.contract(),
                citation.document(),
                citation.file(),
                citation.path(),
                page.isPresent() ? page.getAsInt() : null,
                citation.span(),
                citation.quote(),
                citation.sha256(),
                citation.role());
    }
}
