package io.recital.samples.evidence;

import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.ParseOutcome;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.evidence.StoredText;
import io.recital.samples.SampleException;
import io.recital.samples.SourceDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A built document as the product reads and stores it, without OCR. */
public record StoredDocument(SourceDocument source, ParsedDocument parsed) {
    /** Reads a built file. */
    public static StoredDocument read(SourceDocument source, Path folder) {
        Path file = folder.resolve(source.fileName());
        ParseOutcome outcome = new FileParser().parse(file, source.fileName());
        if (outcome instanceof ParseOutcome.Parsed parsed) {
            return new StoredDocument(source, parsed.document());
        }
        throw new SampleException(
                SampleException.Category.FILE, "The product does not read " + source.fileName() + ": " + outcome);
    }

    public String file() {
        return source.fileName();
    }

    public StoredText text() {
        return parsed.text();
    }

    /** The text without page headers and footers. */
    Squeezed squeezed() {
        List<int[]> furniture = new ArrayList<>();
        if (source.format() == SourceDocument.Format.PDF) {
            Pattern lines = Pattern.compile(
                    "(?m)^[ \\t]*(?:" + line(source.header()) + "|" + line(source.footer()) + ")[ \\t]*$");
            Matcher matcher = lines.matcher(text().value());
            while (matcher.find()) {
                furniture.add(new int[] {matcher.start(), matcher.end()});
            }
        }
        return new Squeezed(text().value(), furniture);
    }

    /** Both ends of a header or footer on one line; an end alone may be a heading of the text. */
    private static String line(List<String> ends) {
        String line = ends.stream()
                .filter(end -> !end.isBlank())
                .map(StoredDocument::words)
                .collect(Collectors.joining("[ \\t]+"));
        return line.isEmpty() ? "(?!)" : line;
    }

    private static String words(String end) {
        return Pattern.quote(end.strip())
                .replace("{page}", "\\E\\d+\\Q")
                .replace("{pages}", "\\E\\d+\\Q")
                .replace(" ", "\\E[ \\t]+\\Q");
    }
}
