package io.recital.models.ledger.measure;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The telling words of a name or description: small, singular, and without what every name has. */
record TellingWords(Set<String> all) {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’]*|\\d+(?:\\.\\d+)?");
    private static final Set<String> SMALL = Set.of(
            "a", "an", "the", "of", "to", "in", "on", "at", "for", "and", "or", "by", "with", "per", "each", "any",
            "all", "is", "are", "be", "that", "which", "this", "its", "from", "within", "der", "die", "das", "und",
            "für", "von");

    TellingWords {
        all = Set.copyOf(all);
    }

    static TellingWords of(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String word = matcher.group().replaceFirst("['’]s?$", "");
            if (!SMALL.contains(word)) {
                words.add(singular(word));
            }
        }
        return new TellingWords(words);
    }

    private static String singular(String word) {
        boolean plural = word.length() > 4 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural
                ? (word.endsWith("ies")
                        ? word.substring(0, word.length() - 3) + "y"
                        : word.substring(0, word.length() - 1))
                : word;
    }

    TellingWords without(Set<String> others) {
        return new TellingWords(
                all.stream().filter(word -> !others.contains(word)).collect(Collectors.toSet()));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean has(String... words) {
        return Arrays.stream(words).anyMatch(all::contains);
    }

    long shared(TellingWords other) {
        return all.stream().filter(other.all::contains).count();
    }

    Set<String> numbers() {
        return all.stream().filter(word -> Character.isDigit(word.charAt(0))).collect(Collectors.toSet());
    }

    /** How alike two names are, from 0 to 1: the words they share among the words they have. */
    double likeness(TellingWords other) {
        return all.isEmpty() || other.all.isEmpty() ? 0 : 2.0 * shared(other) / (all.size() + other.all.size());
    }
}
