package io.recital.models.ledger.measure;

import io.recital.models.fact.Measurement;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one of several circuits, sites or vehicles that a row is of, where the contract measures each of them: by its number, or
 * else by the words that its rows have and those of the others have not.
 */
final class MeasuredThing {
    private static final String THING =
            "(?:circuit|line|link|site|location|plant|store|branch|shop|outlet|vehicle|truck|machine|lift|elevator|escalator|device|server|room|lane|route|tour|terminal|depot|warehouse|environment|queue|office|aircraft|vessel|tower|building|facility|data\\s?cent(?:re|er)|connection|port|application|instance|module|system|service|region|country|hub|turbine|crane|printer|station|clinic|school|house|property|asset|installation|laborator(?:y|ie)|equipment|unit|team|product)";
    private static final Pattern EACH = Pattern.compile(
            "\\b(?:each|every|per|any|respective|affected|concerned|failing|relevant|individual|same|that|such|an?)\\s+(?:(?:single|individual|affected|managed|leased|installed|covered|particular|of\\s+the)\\s+){0,2}(?:\\p{L}+\\s+)?"
                    + THING + "s?\\b|\\b(?:by|for)\\s+" + THING + "\\b|\\bof\\s+the\\s+" + THING
                    + "\\s+(?:concerned|affected|in\\s+question)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEVERAL = Pattern.compile(
            "\\b(?:each|every|per|any|respective|individual)\\s+(?:(?:single|individual|managed|leased|installed|covered|of\\s+the)\\s+){0,2}(?:\\p{L}+\\s+)?"
                    + THING + "s?\\b|\\b(?:that|such|same|affected|concerned|failing|respective)\\s+" + THING
                    + "\\b|\\b" + THING + "\\s+by\\s+" + THING + "\\b|\\b(?:of|for|at)\\s+an?\\s+" + THING + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED =
            Pattern.compile("(?<![\\p{L}\\d])\\p{Lu}{1,5}(?:-\\p{Lu}{1,4})?[- ]?\\d{2,8}(?![\\p{L}\\d])");
    private static final Pattern ONE_ALONE = Pattern.compile(
            "\\b(?:for|of|at|to|on)\\s+(?:the\\s+)?(?:\\p{L}+\\s+)?" + THING + "\\s+(?<which>\\p{Lu}[\\p{L}\\d-]*|\\d+)"
                    + "|\\b(?:for|at)\\s+(?:the\\s+)?(?<named>\\p{Lu}\\p{L}+)\\s+" + THING + "\\b");

    private MeasuredThing() {}

    /** Whether the words of a measure say that it is taken of each of several things. */
    static boolean areSeveral(PromisedMeasure measure) {
        return measure.findWords(SEVERAL).isPresent();
    }

    static boolean saysEach(String words) {
        return SEVERAL.matcher(words).find();
    }

    /** Whether words that follow the name of a fee say that it is that of one thing. */
    static boolean isOfOne(String after) {
        return Pattern.compile(
                        "^\\s*(?:of|for|at)\\s+(?:" + EACH.pattern() + "|the\\s+" + THING + "\\b)",
                        Pattern.CASE_INSENSITIVE)
                .matcher(after)
                .lookingAt();
    }

    /**
     * What the rows of one measure under one contract call the thing that each is of.
     *
     * @param name of a row's measure
     * @param all the names of all rows of that measure
     * @return empty where a name tells of no thing
     */
    static String of(String name, Collection<String> all) {
        Set<String> shared = numbers(name);
        Set<String> words = new TreeSet<>(Words.of(name).all());
        for (String other : all) {
            if (!other.equals(name)) {
                shared.removeAll(numbers(other));
                words.removeAll(Words.of(other).all());
            }
        }
        if (!shared.isEmpty()) {
            return String.join(" ", shared);
        }
        return all.stream().distinct().count() > 1 ? String.join(" ", words) : "";
    }

    private static Set<String> numbers(String name) {
        return NUMBERED.matcher(name)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether words name a thing: its number, or all words by which it is known. */
    static boolean isNamedIn(String words, String thing) {
        Set<String> numbers = numbers(thing);
        if (!numbers.isEmpty()) {
            return numbers.stream()
                    .anyMatch(number -> Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(number) + "(?![\\p{L}\\d])")
                            .matcher(words)
                            .find());
        }
        return !thing.isEmpty()
                && Words.of(words).all().containsAll(Words.of(thing).all());
    }

    /** Whether what a text says is said of another one only than that of a row: {@code 99.9 % for circuit B-12}. */
    static boolean isOfAnother(List<String> named, Measurement row) {
        return !named.isEmpty() && named.stream().noneMatch(which -> isIn(row, which));
    }

    /** Whether what a text says is said of the one of a row by its number. */
    static boolean isOfIt(List<String> named, Measurement row) {
        return named.stream().anyMatch(which -> NUMBERED.matcher(which).matches() && isIn(row, which));
    }

    /** The single things that texts name: {@code B-12} of {@code 99.9 % for circuit B-12}. */
    static List<String> named(List<String> quotes) {
        return quotes.stream()
                .flatMap(quote -> ONE_ALONE.matcher(quote).results())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .distinct()
                .toList();
    }

    private static boolean isIn(Measurement row, String which) {
        return (" " + plain(row.measure()) + " ").contains(" " + plain(which) + " ");
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip();
    }
}
