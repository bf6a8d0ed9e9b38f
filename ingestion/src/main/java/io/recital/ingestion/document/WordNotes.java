package io.recital.ingestion.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.jspecify.annotations.Nullable;

/** The footnotes and endnotes of a Word document, which stand in parts of their own and are referred to by number. */
final class WordNotes implements WordBody.Sink {
    private final Map<String, StringBuilder> words = new HashMap<>();
    private StringBuilder current = new StringBuilder();

    /** Reads the part, when there is one, and says whether it held tracked changes. */
    boolean read(@Nullable PackagePart part) throws IOException, DocumentRefusal {
        if (part == null) {
            return false;
        }
        try (InputStream bytes = part.getInputStream()) {
            return WordBody.read(bytes, this);
        }
    }

    /** The words of a note, one line a paragraph; empty when there is no such note. */
    String wordsOf(String name) {
        StringBuilder found = words.get(name);
        return found == null ? "" : found.toString();
    }

    @Override
    public void note(String name) {
        current = new StringBuilder();
        words.put(name, current);
    }

    @Override
    public void paragraph(WordParagraph paragraph) {
        String stripped = paragraph.words.toString().strip();
        if (!stripped.isEmpty()) {
            current.append(current.length() == 0 ? "" : "\n").append(stripped);
        }
    }

    @Override
    public void table(List<WordBody.Row> rows) {
        rows.forEach(row -> row.cells().forEach(cell -> cell.paragraphs().forEach(this::paragraph)));
    }
}
