package io.recital.ingestion.segment;

/**
 * Estimates how many word pieces a text has for an encoder, from above for ordinary prose, without its vocabulary: a
 * sign is one piece, a word one for each {@value #LETTERS} letters begun, a number one for each two digits begun.
 */
final class WordPieces {
    private static final int LETTERS = 8;
    private static final int DIGITS = 2;

    private WordPieces() {}

    static int estimate(String text) {
        int pieces = 0;
        int at = 0;
        while (at < text.length()) {
            int end = runEnd(text, at, text.length());
            pieces += cost(text, at, end);
            at = end;
        }
        return pieces;
    }

    /** Where a text that starts at an index must end, at white space if it can, to have at most so many pieces. */
    static int endOf(String text, int start, int limit, int most) {
        int pieces = 0;
        int at = start;
        int lastBlank = -1;
        while (at < limit) {
            int end = runEnd(text, at, limit);
            if (Piece.isBlank(text.charAt(at))) {
                lastBlank = at;
            }
            pieces += cost(text, at, end);
            if (pieces > most && at > start) {
                return lastBlank > start ? lastBlank : at;
            }
            at = end;
        }
        return limit;
    }

    private static int runEnd(String text, int at, int limit) {
        int first = text.codePointAt(at);
        int end = at + Character.charCount(first);
        boolean letter = Character.isLetter(first) && !Character.isIdeographic(first);
        boolean digit = Character.isDigit(first);
        while ((letter || digit) && end < limit) {
            int next = text.codePointAt(end);
            boolean same =
                    letter ? Character.isLetter(next) && !Character.isIdeographic(next) : Character.isDigit(next);
            if (!same || end - at >= 64) {
                break;
            }
            end += Character.charCount(next);
        }
        return Math.min(end, limit);
    }

    private static int cost(String text, int start, int end) {
        char first = text.charAt(start);
        if (Piece.isBlank(first)) {
            return 0;
        }
        int length = end - start;
        if (Character.isLetter(first)) {
            return (length + LETTERS - 1) / LETTERS;
        }
        return Character.isDigit(first) ? (length + DIGITS - 1) / DIGITS : 1;
    }
}
