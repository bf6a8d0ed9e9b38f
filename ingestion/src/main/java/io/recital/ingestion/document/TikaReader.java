package io.recital.ingestion.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.ToXMLContentHandler;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Reads a format by a Tika parser whose XHTML keeps what is needed (DOC, RTF): paragraphs, headings, lists, tables. */
final class TikaReader implements DocumentReader {
    /** What the XHTML makes of the control character that stands for a footnote's number. */
    private static final String FOOTNOTE_MARK = "<p>\uFFFD";

    private final Parser parser;

    TikaReader(Parser parser) {
        this.parser = parser;
    }

    @Override
    public ParseOutcome read(SourceFile source) throws IOException, DocumentRefusal {
        ToXMLContentHandler xhtml = new ToXMLContentHandler();
        Metadata metadata = new Metadata();
        parse(source.path(), xhtml, metadata);
        Document html = Jsoup.parse(xhtml.toString().replace(FOOTNOTE_MARK, "<p>"));
        html.select("div.header, div.footer, div.embedded, div.package-entry").remove();
        String title = metadata.get(TikaCoreProperties.TITLE);
        html.title(title == null ? "" : title);
        return HtmlReader.read(html, source.mediaType());
    }

    private void parse(Path path, ContentHandler handler, Metadata metadata) throws IOException, DocumentRefusal {
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        try (TikaInputStream stream = TikaInputStream.get(path)) {
            parser.parse(stream, handler, metadata, context);
        } catch (EncryptedDocumentException e) {
            throw WordReader.passwordProtected();
        } catch (SAXException | TikaException e) {
            throw new IOException("The file is damaged", e);
        }
    }

    /** Leaves embedded objects alone: pictures and charts hold no contract wording. */
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
    }
}
