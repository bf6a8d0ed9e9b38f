package io.recital.samples;

import java.util.Map.Entry;
import java.util.TreeMap;

/** A source's wording as one line of single-spaced text that knows under which path each place stands. */
final class WrittenText {
    private final StringBuilder text = new StringBuilder();
    private final TreeMap<Integer, String> paths = new TreeMap<>();

    WrittenText(SourceDocument source) {
        for (Block block : source.blocks()) {
            paths.put(text.length(), block.path());
            text.append(block.plain().replaceAll("\\s+", " ")).append(' ');
        }
    }

    /** Where the n-th occurrence of a quote starts, counted from 1; -1 when there are fewer. */
    int find(String quote, int occurrence) {
        int at = -1;
        for (int i = 0; i < occurrence; i++) {
            at = text.indexOf(quote, at + 1);
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }

    String pathAt(int offset) {
        Entry<Integer, String> entry = paths.floorEntry(offset);
        return entry == null ? "" : entry.getValue();
    }
}
