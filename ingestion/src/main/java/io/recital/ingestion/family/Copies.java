package io.recital.ingestion.family;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells copies by their words: of two that share nine tenths of their word sequences one is a copy, and of two that were
 * signed on the same day as the same thing seven tenths are enough, since page headers stand in one format's text only.
 */
final class Copies {
    private static final int SEQUENCE = 5;
    private static final double SAME = 0.9;
    private static final double SAME_OF_A_DAY = 0.7;
    private static final int LEAST = 40;

    private Copies() {}

    /** How much two documents share, between 0 and 1; 0 for those that are too short to tell. */
    static double likeness(FamilyDocument one, FamilyDocument other) {
        Set<Integer> mine = sequences(one);
        Set<Integer> others = sequences(other);
        if (mine.size() < LEAST || others.size() < LEAST) {
            return 0;
        }
        long common = mine.stream().filter(others::contains).count();
        return (double) common / Math.max(mine.size(), others.size());
    }

    static boolean areSame(FamilyDocument one, FamilyDocument other, double likeness) {
        boolean ofADay = one.signed().isPresent()
                && one.signed().equals(other.signed())
                && one.part() == other.part()
                && one.label().equals(other.label());
        return likeness >= (ofADay ? SAME_OF_A_DAY : SAME);
    }

    /** The one of the two that came later, or that calls itself a copy. */
    static FamilyDocument copyOf(FamilyDocument one, FamilyDocument other) {
        boolean otherIsLater =
                other.contract().createdAt().isAfter(one.contract().createdAt());
        boolean first = isCalledCopy(one) || !(isCalledCopy(other) || otherIsLater);
        return first ? one : other;
    }

    private static boolean isCalledCopy(FamilyDocument document) {
        return document.reading().file().toLowerCase(Locale.ROOT).contains("copy");
    }

    private static Set<Integer> sequences(FamilyDocument document) {
        List<String> words = Arrays.stream(
                        document.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        Set<Integer> sequences = new HashSet<>();
        for (int i = 0; i + SEQUENCE <= words.size(); i++) {
            sequences.add(words.subList(i, i + SEQUENCE).hashCode());
        }
        return sequences;
    }
}
