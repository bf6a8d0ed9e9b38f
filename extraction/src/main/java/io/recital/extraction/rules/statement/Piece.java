package io.recital.extraction.rules.statement;

import static java.util.Objects.requireNonNull;

/**
 * A stretch of a clause's wording, most often a sentence.
 *
 * @param start Java string index in the stored text of the first character
 * @param end Java string index in the stored text after the last character
 * @param text its words, character for character, with page furniture and line breaks turned into blanks
 */
public record Piece(int start, int end, String text) {
    public Piece {
        requireNonNull(text, "text");
        if (text.length() != end - start) {
            throw new IllegalArgumentException("A piece is as long as its text");
        }
    }

    /** The part between two indices of its text. */
    public Piece part(int from, int to) {
        return new Piece(start + from, start + to, text.substring(from, to));
    }

    /** Without blanks at its ends. */
    public Piece strip() {
        int from = 0;
        int to = text.length();
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return part(from, to);
    }

    public boolean isBlank() {
        return text.isBlank();
    }
}
