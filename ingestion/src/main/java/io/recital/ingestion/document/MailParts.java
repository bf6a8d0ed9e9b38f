package io.recital.ingestion.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.message.DefaultBodyDescriptorBuilder;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

/** Streams through a mail: its headers, its wording and what is attached to it. */
final class MailParts extends AbstractContentHandler {
    /** Receives the parts in the order in which they stand; a stream is valid during the call only. */
    interface Sink {
        default void header(String name, String value) {}

        default void wording(String mediaType, @Nullable String charset, InputStream bytes) throws IOException {}

        default void attachment(String name, InputStream bytes) throws IOException {}
    }

    private static final int LONGEST_NAME = 200;

    private final Sink sink;
    private int bodyParts;
    private int attachments;

    private MailParts(Sink sink) {
        this.sink = sink;
    }

    static void read(InputStream mail, Sink sink) throws IOException {
        MimeConfig config = new MimeConfig.Builder()
                .setMaxLineLen(1_000_000)
                .setMaxHeaderLen(1_000_000)
                .setMaxHeaderCount(10_000)
                .build();
        MimeStreamParser parser =
                new MimeStreamParser(config, DecodeMonitor.SILENT, new DefaultBodyDescriptorBuilder());
        parser.setContentDecoding(true);
        parser.setNoRecurse();
        parser.setContentHandler(new MailParts(sink));
        try {
            parser.parse(mail);
        } catch (MimeException e) {
            throw new IOException("The mail is damaged", e);
        }
    }

    @Override
    public void startBodyPart() {
        bodyParts++;
    }

    @Override
    public void endBodyPart() {
        bodyParts--;
    }

    @Override
    public void field(Field field) {
        if (bodyParts == 0) {
            sink.header(field.getName(), DecoderUtil.decodeEncodedWords(field.getBody(), DecodeMonitor.SILENT));
        }
    }

    @Override
    public void body(BodyDescriptor part, InputStream bytes) throws IOException {
        String type = part.getMimeType().toLowerCase(Locale.ROOT);
        String name = nameOf(part);
        boolean attached = part instanceof MaximalBodyDescriptor described
                && "attachment".equalsIgnoreCase(described.getContentDispositionType());
        boolean wording = type.equals("text/plain") || type.equals("text/html");
        if (wording && !attached && name == null) {
            sink.wording(type, part.getCharset(), bytes);
        } else if (attached || !type.startsWith("image/")) {
            attachments++;
            sink.attachment(name != null ? name : "attachment-" + attachments + endingOf(type), bytes);
        }
    }

    private static @Nullable String nameOf(BodyDescriptor part) {
        if (!(part instanceof MaximalBodyDescriptor described)) {
            return null;
        }
        String name = described.getContentDispositionFilename();
        if (name == null) {
            name = described.getContentTypeParameters().get("name");
        }
        if (name == null || name.isBlank()) {
            return null;
        }
        String decoded = DecoderUtil.decodeEncodedWords(name, DecodeMonitor.SILENT);
        String last = decoded.substring(Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf('\\')) + 1);
        String clean =
                TextAssembly.storable(last).replaceAll("[\\n\\t\\r]", " ").strip();
        return clean.isEmpty() ? null : clean.substring(Math.max(0, clean.length() - LONGEST_NAME));
    }

    private static String endingOf(String type) {
        return Map.of("message/rfc822", ".eml", "application/pdf", ".pdf", "text/plain", ".txt", "text/html", ".html")
                .getOrDefault(type, "");
    }
}
