package io.recital.samples.evidence;

/** Finds words in a line of text: {@code 3%} does not stand in {@code 13%} or {@code 0.3%}. */
public final class Wording {
    private Wording() {}

    /** Where the words stand first from an index on, whole; -1 when they do not. */
    public static int find(String words, String line, int from) {
        for (int at = line.indexOf(words, from); at >= 0; at = line.indexOf(words, at + 1)) {
            if (isCut(line, at) || isCut(line, at + words.length())) {
                continue;
            }
            return at;
        }
        return -1;
    }

    /** Whether the index lies within a word or a figure. */
    private static boolean isCut(String line, int at) {
        if (at <= 0 || at >= line.length()) {
            return false;
        }
        char before = line.charAt(at - 1);
        char after = line.charAt(at);
        boolean word = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
        boolean afterPoint =
                isPoint(before) && Character.isDigit(after) && at > 1 && Character.isDigit(line.charAt(at - 2));
        boolean beforePoint = Character.isDigit(before)
                && isPoint(after)
                && at + 1 < line.length()
                && Character.isDigit(line.charAt(at + 1));
        return word || afterPoint || beforePoint;
    }

    private static boolean isPoint(char c) {
        return c == '.' || c == ',';
    }
}
