package io.recital.models.ledger.duty;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words by which duties and events are joined: stems without endings, numbers, dates and empty words. */
final class DutyWords {
    private static final int STEM = 5;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}.]+|\\.(?!\\d)");
    private static final Set<String> EMPTY = words("""
            the and for from with that this each every any all its his our your their than then which will shall must may
            not has have had been was were are within before after upon under into onto also such said same other
            received sent held issued given provided delivered made done carried signed filed confirmed document documents
            submitted furnished presented supplied uploaded dispatched forwarded handed shown transmitted lodged arrived
            completed performed conducted
            """);

    private static final Pattern TIME = Pattern.compile(
            "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*|q[1-4]|h[12]|\\d+|first|second|third|fourth|quarter|month|year|half",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> MONTHS = words("""
            january february march april may june july august september october november december
            jan feb mar apr jun jul aug sep sept oct nov dec
            """);

    /** Stems of words for what shows that something is so: contracts and systems take one for the other. */
    private static final Set<String> PROOF = words("proof prove evide certi attes");

    private DutyWords() {}

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    /** Stems of all words that say something. */
    static Set<String> of(String text) {
        return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() > 2
                        && !EMPTY.contains(word)
                        && !word.chars().allMatch(Character::isDigit))
                .map(word -> word.substring(0, Math.min(STEM, word.length())))
                .map(stem -> PROOF.contains(stem) ? "proof" : stem)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The same without the words that only say for which time. */
    static Set<String> withoutTime(String text) {
        String plain = Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !MONTHS.contains(word)
                        && !(TIME.matcher(word).matches()
                                && !word.startsWith("mar")
                                && !word.startsWith("dec")
                                && !word.startsWith("sep")))
                .collect(Collectors.joining(" "));
        return of(plain);
    }

    /** Words with a digit that name one thing among many: an incident, a release, a delivery. */
    static Set<String> identifiers(String text) {
        return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word ->
                        word.chars().anyMatch(Character::isDigit) && !word.matches("(?:19|20)\\d\\d|q[1-4]|\\d{1,2}"))
                .collect(Collectors.toSet());
    }

    /** Which part of some words stands among others; nothing of none. */
    static double share(Set<String> some, Set<String> others) {
        return some.isEmpty()
                ? 0
                : (double) some.stream().filter(others::contains).count() / some.size();
    }
}
