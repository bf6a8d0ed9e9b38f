package io.recital.samples.evidence;

import java.util.List;

/** A text without its white space that knows where each character stood, so that line breaks do not matter. */
final class Squeezed {
    private final String text;
    private final int[] origins;

    /**
     * Squeezes a text.
     *
     * @param leftOut parts of it that are skipped as white space is, as pairs of string indices in order
     */
    Squeezed(String original, List<int[]> leftOut) {
        StringBuilder kept = new StringBuilder();
        int[] at = new int[original.length()];
        int part = 0;
        for (int i = 0; i < original.length(); i++) {
            while (part < leftOut.size() && i >= leftOut.get(part)[1]) {
                part++;
            }
            boolean skipped = part < leftOut.size() && i >= leftOut.get(part)[0];
            if (!skipped && !isBlank(original.charAt(i))) {
                at[kept.length()] = i;
                kept.append(original.charAt(i));
            }
        }
        this.text = kept.toString();
        this.origins = java.util.Arrays.copyOf(at, kept.length());
    }

    static String squeeze(String original) {
        return new Squeezed(original, List.of()).text;
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    String text() {
        return text;
    }

    /** Where the character stood in the original, as a string index. */
    int origin(int index) {
        return origins[index];
    }

    /** Whether white space, or the text's end, stood before the character. */
    boolean startsWord(int index) {
        return index == 0 || index >= origins.length || origins[index] > origins[index - 1] + 1;
    }
}
