package io.recital.ingestion.document;

import io.recital.ingestion.document.ParseOutcome.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.jspecify.annotations.Nullable;

/**
 * Parses a file in this very process. What is hostile or endless can harm the process: use {@link DocumentParser} for
 * files of unknown origin.
 */
public final class FileParser {
    /** Name and version of the parser, stamped on what it read. */
    public static final String VERSION = "recital-document/3";

    private static final Set<String> TEXT = Set.of("txt", "text");
    private static final Set<String> MARKDOWN = Set.of("md", "markdown");
    private static final Set<String> BINARY_NAMES =
            Set.of("pdf", "docx", "docm", "dotx", "doc", "xlsx", "xlsm", "xls", "zip", "rtf");

    private final FileDetection detection = new FileDetection();
    private final Map<String, DocumentReader> readers;

    /** A parser without OCR. */
    public FileParser() {
        this(null, () -> {});
    }

    /**
     * @param tesseract the OCR program; null when there is none
     * @param ocrStarted told when a document's images have to be read, which takes longer
     */
    FileParser(@Nullable Path tesseract, Runnable ocrStarted) {
        DocumentReader html = new HtmlReader();
        DocumentReader word = new WordReader();
        DocumentReader spreadsheet = new SpreadsheetReader();
        this.readers = Map.ofEntries(
                Map.entry("application/msword", new TikaReader(new OfficeParser())),
                Map.entry("application/rtf", new TikaReader(new RTFParser())),
                Map.entry("application/vnd.ms-excel", spreadsheet),
                Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", spreadsheet),
                Map.entry("application/vnd.ms-excel.sheet.macroenabled.12", spreadsheet),
                Map.entry(MailReader.MEDIA_TYPE, new MailReader()),
                Map.entry(PdfReader.MEDIA_TYPE, new PdfReader(tesseract, ocrStarted)),
                Map.entry(WordReader.MEDIA_TYPE, word),
                Map.entry("application/vnd.ms-word.document.macroenabled.12", word),
                Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.template", word),
                Map.entry("text/html", html),
                Map.entry("application/xhtml+xml", html));
    }

    /**
     * Parses the file; whatever is wrong with it comes back as a refusal.
     *
     * @param name its original name
     */
    public ParseOutcome parse(Path path, String name) {
        try {
            if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
                return new Refused(RefusalCategory.UNREADABLE, "The file cannot be read from the disk.");
            }
            if (Files.size(path) == 0) {
                return new Refused(RefusalCategory.EMPTY, "The file is empty (zero bytes).");
            }
            return parseDetected(path, name);
        } catch (DocumentRefusal e) {
            return e.outcome();
        } catch (IOException | RuntimeException e) {
            if (String.valueOf(e.getMessage()).contains("Zip bomb")) {
                return PackageExpansion.refused().outcome();
            }
            return new Refused(
                    RefusalCategory.DAMAGED,
                    "The file is damaged or incomplete (" + e.getClass().getSimpleName() + ").");
        } catch (StackOverflowError e) {
            return new Refused(RefusalCategory.DAMAGED, "The file is nested deeper than any contract.");
        }
    }

    private ParseOutcome parseDetected(Path path, String name) throws IOException, DocumentRefusal {
        MediaType type = detection.detect(path, name);
        String extension = SourceFile.extensionOf(name);
        DocumentReader reader = readers.get(type.toString());
        MediaType content = detection.detectByContent(path);
        boolean text = detection.isText(content);
        if (text && (TEXT.contains(extension) || MARKDOWN.contains(extension))) {
            reader = MARKDOWN.contains(extension) ? new MarkdownReader() : new PlainTextReader();
        } else if (text && !readers.containsKey(content.toString()) && BINARY_NAMES.contains(extension)) {
            throw new DocumentRefusal(
                    RefusalCategory.MISNAMED,
                    "The file is named ." + extension + " but holds plain text; send the original, or name it .txt.");
        } else if (reader == null && (text || TEXT.contains(extension) || MARKDOWN.contains(extension))) {
            reader = new PlainTextReader();
        }
        if (reader == null || BINARY_NAMES.contains(extension)) {
            reader = readers.getOrDefault(content.toString(), reader);
        }
        if (type.toString().equals("application/x-tika-ooxml-protected")) {
            throw WordReader.passwordProtected();
        }
        if (reader == null) {
            throw new DocumentRefusal(
                    RefusalCategory.UNSUPPORTED_TYPE, "Files of type " + type + " hold no text that can be read here.");
        }
        if (type.toString().contains("openxmlformats") || type.toString().contains("macroenabled")) {
            PackageExpansion.check(path);
        }
        return reader.read(new SourceFile(path, name, type.toString()));
    }
}
