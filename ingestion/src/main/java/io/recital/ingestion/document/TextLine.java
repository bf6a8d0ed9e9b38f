package io.recital.ingestion.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text that is stored as it is.
 *
 * @param start index of its first character in the Java string
 * @param end index after its last character, without the line end
 */
record TextLine(String words, int start, int end) {
    /** The lines of a text; CR, LF and CR LF end a line, and so does a form feed. */
    static List<TextLine> of(String text) {
        List<TextLine> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\f') {
                lines.add(new TextLine(text.substring(start, i), start, i));
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(new TextLine(text.substring(start), start, text.length()));
        }
        return lines;
    }

    boolean isBlank() {
        return stripped().isEmpty();
    }

    String stripped() {
        return start == 0 && words.startsWith("\uFEFF") ? words.substring(1).strip() : words.strip();
    }

    /** Index of the first character that is not white space. */
    int contentStart() {
        int mark = start == 0 && words.startsWith("\uFEFF") ? 1 : 0;
        return start + words.length() - words.substring(mark).stripLeading().length();
    }

    /** Index after the last character that is not white space. */
    int contentEnd() {
        return start + words.stripTrailing().length();
    }
}
