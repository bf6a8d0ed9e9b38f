package io.recital.ingestion.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of one clause: the parts of it between page furniture.
 *
 * @param parts in text order, at least one; each a run of wording without furniture inside
 */
record Wording(List<Part> parts, String text) {
    /**
     * A run of wording or one table row, in Java string indices.
     *
     * @param row whether it is a table row
     * @param joined whether nothing but blanks stands between it and the part before
     */
    record Part(int start, int end, boolean row, boolean joined) {}

    Wording {
        parts = List.copyOf(parts);
    }

    /** The wording of each draft; a draft ends where the next begins. */
    static List<Wording> of(String text, List<Piece> pieces, List<Draft> drafts) {
        List<Wording> wordings = new ArrayList<>();
        int piece = 0;
        for (int i = 0; i < drafts.size(); i++) {
            int end = i + 1 < drafts.size() ? drafts.get(i + 1).start : text.length();
            List<Part> parts = new ArrayList<>();
            while (piece < pieces.size() && pieces.get(piece).start() < end) {
                add(text, parts, pieces.get(piece), drafts.get(i).start, end);
                if (pieces.get(piece).end() > end) {
                    break;
                }
                piece++;
            }
            wordings.add(new Wording(parts, join(text, parts)));
        }
        return wordings;
    }

    private static void add(String text, List<Part> parts, Piece piece, int from, int to) {
        int start = Math.max(piece.start(), from);
        int end = Math.min(piece.end(), to);
        while (end > start && Piece.isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            boolean joined = !parts.isEmpty()
                    && text.substring(parts.get(parts.size() - 1).end(), start)
                            .chars()
                            .allMatch(c -> Piece.isBlank((char) c));
            parts.add(new Part(start, end, piece.isTableRow(), joined));
        }
    }

    private static String join(String text, List<Part> parts) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (i > 0) {
                words.append(part.joined() ? text.substring(parts.get(i - 1).end(), part.start()) : "\n");
            }
            words.append(text, part.start(), part.end());
        }
        return words.toString();
    }

    int start() {
        return parts.get(0).start();
    }

    int end() {
        return parts.get(parts.size() - 1).end();
    }

    /** Whether everything after an index is table rows. */
    boolean onlyRowsAfter(int index) {
        return parts.stream().allMatch(part -> part.row() || part.end() <= index);
    }
}
