package io.recital.ingestion.document;

import io.recital.models.evidence.PageMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads HTML: the visible words, headings, lists and tables. Nothing it refers to is fetched. */
final class HtmlReader implements DocumentReader {
    @Override
    public ParseOutcome read(SourceFile source) throws IOException, DocumentRefusal {
        try (InputStream bytes = Files.newInputStream(source.path())) {
            return read(Jsoup.parse(bytes, null, ""), source.mediaType());
        }
    }

    static ParseOutcome read(Document html, String mediaType) throws DocumentRefusal {
        TextAssembly assembly = new TextAssembly();
        new HtmlBlocks(assembly).read(html.body());
        if (assembly.isBlank()) {
            throw new DocumentRefusal(RefusalCategory.EMPTY, "The document holds no visible words.");
        }
        return new ParseOutcome.Parsed(assembly.document(mediaType, PageMap.NONE, html.title(), false));
    }
}
