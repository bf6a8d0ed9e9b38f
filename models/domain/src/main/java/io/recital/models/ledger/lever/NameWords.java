package io.recital.models.ledger.lever;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a name that say what it is about, in small letters and without the s of a plural: facts and clauses are joined by them. */
public record NameWords(Set<String> all) {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\d]+");
    private static final Set<String> SMALL = Set.of(
            "the", "of", "a", "an", "for", "in", "on", "upon", "and", "or", "to", "all", "each", "our", "your", "its",
            "this", "that", "such", "der", "die", "das", "des", "und", "im", "von");

    public NameWords {
        all = Set.copyOf(all);
    }

    public static NameWords of(String text) {
        return new NameWords(Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isBlank() && !SMALL.contains(word))
                .map(NameWords::singular)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /** Whether all words of the other are among these; never where the other has none. */
    public boolean holds(NameWords other) {
        return !other.all.isEmpty() && all.containsAll(other.all);
    }

    /** Whether it has all words of the other and more. */
    public boolean isMoreThan(NameWords other) {
        return holds(other) && all.size() > other.all.size();
    }
}
