package io.recital.ingestion.document;

import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.evidence.PageMap;
import io.recital.models.evidence.StoredText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads a mail's own words: subject, sender, receivers, date and body. Attachments are documents of their own. */
final class MailReader implements DocumentReader {
    static final String MEDIA_TYPE = "message/rfc822";

    @Override
    public ParseOutcome read(SourceFile source) throws IOException, DocumentRefusal {
        Wording wording = new Wording();
        try (InputStream bytes = Files.newInputStream(source.path())) {
            MailParts.read(bytes, wording);
        }
        return wording.outcome();
    }

    /** Collects what the mail says itself. */
    private static final class Wording implements MailParts.Sink {
        private static final Set<String> SHOWN = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

        static {
            SHOWN.addAll(Set.of("From", "To", "Cc", "Date"));
        }

        private final StringBuilder headers = new StringBuilder();
        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private String subject = "";

        @Override
        public void header(String name, String value) {
            String line = value.replaceAll("\\s+", " ").strip();
            if (name.equalsIgnoreCase("Subject")) {
                subject = line;
            } else if (SHOWN.contains(name)) {
                headers.append(name).append(": ").append(line).append('\n');
            }
        }

        @Override
        public void wording(String mediaType, @Nullable String charset, InputStream bytes) throws IOException {
            String words = new String(bytes.readAllBytes(), charsetOf(charset));
            (mediaType.equals("text/html") ? html : plain).append(words).append('\n');
        }

        private static Charset charsetOf(@Nullable String name) {
            try {
                return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                return StandardCharsets.UTF_8;
            }
        }

        ParseOutcome outcome() throws DocumentRefusal {
            TextAssembly assembly = new TextAssembly();
            assembly.block(BlockKind.TITLE, subject);
            assembly.block(BlockKind.PARAGRAPH, headers.toString());
            int before = assembly.position();
            Document body = Jsoup.parse(html.toString());
            if (plain.toString().isBlank() || body.select("table").stream().anyMatch(HtmlTable::isData)) {
                new HtmlBlocks(assembly).read(body.body());
            } else {
                addPlain(assembly, TextAssembly.storable(plain.toString()));
            }
            if (assembly.position() == before) {
                throw new DocumentRefusal(
                        RefusalCategory.EMPTY,
                        "The mail has no words of its own; its attachments are read separately.");
            }
            return new ParseOutcome.Parsed(assembly.document(MEDIA_TYPE, PageMap.NONE, subject, false));
        }

        private static void addPlain(TextAssembly assembly, String words) {
            StoredText text = StoredText.of(words);
            for (Block block : PlainTextReader.blocksOf(text)) {
                assembly.block(block.kind(), text.slice(block.span()));
            }
        }
    }
}
