package io.recital.models.ledger.measure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one of several circuits, sites or vehicles that a row is of, where the contract measures each of them: by its number, or
 * else by the words that its rows have and those of the others have not.
 */
final class MeasuredThing {
    private static final String THING =
            "(?:circuit|line|link|site|location|plant|store|branch|shop|outlet|vehicle|truck|machine|lift|elevator|escalator|device|server|room|lane|route|tour|terminal|depot|warehouse|environment|queue|office|aircraft|vessel|tower|building|facility|data\\s?cent(?:re|er)|connection|port|application|instance|module|system|service|region|country|hub|turbine|crane|printer|station|clinic|school|house|property|asset|installation|laborator(?:y|ie)|equipment|unit|team|product)";
    private static final String ANY = "each|every|per|any|respective|individual";
    private static final Pattern SEVERAL = Pattern.compile(
            eachOf(ANY, "") + "|\\b(?:that|such|same|affected|concerned|failing|respective)\\s+" + THING + "\\b|\\b"
                    + THING + "\\s+by\\s+" + THING + "\\b|\\b(?:of|for|at)\\s+an?\\s+" + THING + "\\b",
            Pattern.CASE_INSENSITIVE);
    /** What follows the name of the fee of one thing alone. */
    private static final Pattern OF_ONE = Pattern.compile(
            "^\\s*(?:of|for|at)\\s+(?:"
                    + eachOf(ANY + "|affected|concerned|failing|relevant|same|that|such|an?", "|affected|particular")
                    + "|\\b(?:by|for)\\s+" + THING + "\\b|\\bof\\s+the\\s+" + THING
                    + "\\s+(?:concerned|affected|in\\s+question)\\b|the\\s+" + THING + "\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBERED =
            Pattern.compile("(?<![\\p{L}\\d])\\p{Lu}{1,5}(?:-\\p{Lu}{1,4})?[- ]?\\d{2,8}(?![\\p{L}\\d])");
    private static final Pattern ONE_ALONE = Pattern.compile(
            "\\b(?:for|of|at|to|on)\\s+(?:the\\s+)?(?:\\p{L}+\\s+)?" + THING + "\\s+(?<which>\\p{Lu}[\\p{L}\\d-]*|\\d+)"
                    + "|\\b(?:for|at)\\s+(?:the\\s+)?(?<named>\\p{Lu}\\p{L}+)\\s+" + THING + "\\b");

    private static final Pattern NEITHER = Pattern.compile("[^\\p{L}\\d]+");

    private MeasuredThing() {}

    private static String eachOf(String which, String sorts) {
        return "\\b(?:" + which + ")\\s+(?:(?:single|individual|managed|leased|installed|covered|of\\s+the" + sorts
                + ")\\s+){0,2}(?:\\p{L}+\\s+)?" + THING + "s?\\b";
    }

    /** Whether the words of a measure say that it is taken of each of several things. */
    static boolean areSeveral(PromisedMeasure measure) {
        return measure.findWords(SEVERAL).isPresent();
    }

    static boolean saysEach(String words) {
        return SEVERAL.matcher(words).find();
    }

    /** Whether words that follow the name of a fee say that it is that of one thing. */
    static boolean isOfOne(String after) {
        return OF_ONE.matcher(after).lookingAt();
    }

    /** The numbers by which a name tells things apart. */
    static Set<String> numbers(String name) {
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
                && TellingWords.of(words)
                        .all()
                        .containsAll(TellingWords.of(thing).all());
    }

    /**
     * A single thing that a text names: {@code B-12} of {@code 99.9 % for circuit B-12}.
     *
     * @param words in small letters
     * @param isNumber whether no other thing can be called so
     */
    record Named(String words, boolean isNumber) {
        /** Whether the plain words of a row name it too. */
        boolean isIn(String row) {
            return row.contains(words);
        }
    }

    static List<Named> named(List<String> quotes) {
        return quotes.stream()
                .flatMap(quote -> ONE_ALONE.matcher(quote).results())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .distinct()
                .map(which -> new Named(plain(which), NUMBERED.matcher(which).matches()))
                .toList();
    }

    /** Whether what a text says is said of another one only than that of a row in plain words: {@code 99.9 % for circuit B-12}. */
    static boolean isOfAnother(List<Named> named, String row) {
        return !named.isEmpty() && named.stream().noneMatch(which -> which.isIn(row));
    }

    /** Letters and digits, each word between blanks. */
    static String plain(String words) {
        return " "
                + NEITHER.matcher(words.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }
}
