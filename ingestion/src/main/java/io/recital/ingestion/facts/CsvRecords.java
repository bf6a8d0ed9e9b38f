package io.recital.ingestion.facts;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Puts the lines of a CSV file together to records: a quoted text may run over lines. A quote that never ends spoils its
 * own line only.
 */
final class CsvRecords {
    private static final int MOST_LINES = 100;

    private final BufferedReader reader;
    private final char separator;
    private final Deque<String> ahead = new ArrayDeque<>();
    private int nextLine = 1;
    private int line;
    private boolean broken;

    CsvRecords(BufferedReader reader, char separator) {
        this.reader = reader;
        this.separator = separator;
    }

    /** The next record as it is written; null after the last. */
    @Nullable
    String next() throws IOException {
        String first = nextLine();
        broken = false;
        line = nextLine - 1;
        if (first == null || !isOpen(first)) {
            return first;
        }
        StringBuilder text = new StringBuilder(first);
        Deque<String> taken = new ArrayDeque<>();
        while (taken.size() < MOST_LINES) {
            String more = nextLine();
            if (more == null) {
                break;
            }
            taken.add(more);
            text.append('\n').append(more);
            if (!isOpen(text)) {
                return text.toString();
            }
        }
        nextLine -= taken.size();
        while (!taken.isEmpty()) {
            ahead.addFirst(taken.removeLast());
        }
        broken = true;
        return first;
    }

    private @Nullable String nextLine() throws IOException {
        String next = ahead.isEmpty() ? reader.readLine() : ahead.removeFirst();
        nextLine += next == null ? 0 : 1;
        return next;
    }

    /** The line on which the record begins, counted from 1. */
    int line() {
        return line;
    }

    /** Whether the record has a quote that does not end. */
    boolean isBroken() {
        return broken;
    }

    private boolean isOpen(CharSequence text) {
        boolean quoted = false;
        boolean fieldStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"' && fieldStart) {
                quoted = true;
                fieldStart = false;
            } else {
                fieldStart = c == separator;
            }
        }
        return quoted;
    }
}
