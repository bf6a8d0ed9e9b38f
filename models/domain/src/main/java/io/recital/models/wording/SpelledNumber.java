package io.recital.models.wording;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A whole number below a thousand as a contract writes it: in figures, in words, or in both as {@code forty (40)}. */
public final class SpelledNumber {
    private static final List<String> SMALL = List.of(
            ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                            + " seventeen eighteen nineteen")
                    .split(" "));
    private static final List<String> TENS =
            List.of("- - twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
    private static final String WORD = Stream.concat(
                    SMALL.stream(), Stream.concat(TENS.stream().skip(2), Stream.of("hundred")))
            .sorted((one, other) -> other.length() - one.length())
            .collect(Collectors.joining("|", "(?:", ")"));

    /** A regular expression, case-insensitive where it is used, for such a number; it has no groups. */
    public static final String REGEX =
            "(?:" + WORD + "(?:(?:\\s*-\\s*|\\s+and\\s+|\\s+)" + WORD + ")*(?:\\s*\\(\\s*\\d{1,4}\\s*\\))?|\\d{1,4})";

    private static final List<String> ORDINALS = List.of(
            ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
                            + " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")
                    .split(" "));

    /** A regular expression, case-insensitive where it is used, for a place in a row up to the twentieth; it has no groups. */
    public static final String ORDINAL = "(?:" + String.join("|", ORDINALS) + "|\\d{1,2}(?:st|nd|rd|th))";

    private SpelledNumber() {}

    /** The number of a place in a row, as {@code sixth} or {@code 6th}; empty where the words are none. */
    public static Optional<Integer> parseOrdinal(String written) {
        String word = written.strip().toLowerCase(Locale.ROOT);
        return word.matches("\\d{1,2}(?:st|nd|rd|th)")
                ? Optional.of(Integer.valueOf(word.replaceAll("\\D", "")))
                : Optional.of(ORDINALS.indexOf(word) + 1).filter(place -> place > 0);
    }

    /** The number; empty where words and figures disagree or are none. */
    public static Optional<Integer> parse(String written) {
        String figures = written.replaceAll("[^\\d]", "");
        String words = written.replaceAll("[^\\p{L}-]+", " ").strip();
        Optional<Integer> said = words.isEmpty() ? Optional.empty() : spelled(words);
        if (figures.isEmpty()) {
            return said;
        }
        int number = Integer.parseInt(figures);
        return words.isEmpty() || said.filter(value -> value == number).isPresent()
                ? Optional.of(number)
                : Optional.empty();
    }

    private static Optional<Integer> spelled(String words) {
        int sum = 0;
        boolean any = false;
        for (String word : Arrays.asList(words.toLowerCase(Locale.ROOT).split("[\\s-]+"))) {
            if (word.equals("hundred")) {
                sum = Math.max(1, sum) * 100;
            } else if (SMALL.contains(word)) {
                sum += SMALL.indexOf(word);
            } else if (TENS.contains(word)) {
                sum += 10 * TENS.indexOf(word);
            } else if (!word.equals("and")) {
                return Optional.empty();
            }
            any |= !word.equals("and");
        }
        return any ? Optional.of(sum) : Optional.empty();
    }
}
