package io.recital.retrieval.words;

import java.util.Optional;
import java.util.Set;

/** Finds the word that was meant by a misspelt one. */
public final class Spelling {
    private static final int SHORTEST = 5;
    private static final int LONG = 8;

    private Spelling() {}

    /** The known word that a word differs from by one slip, or by two when it is long. */
    public static Optional<String> nearest(String word, Set<String> known) {
        if (word.length() < SHORTEST) {
            return Optional.empty();
        }
        int slips = word.length() >= LONG ? 2 : 1;
        return known.stream()
                .filter(other -> Math.abs(other.length() - word.length()) <= slips)
                .filter(other -> other.charAt(0) == word.charAt(0) && distance(other, word) <= slips)
                .filter(other -> word.length() > SHORTEST || other.length() > word.length())
                .findFirst();
    }

    /** Levenshtein distance. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
