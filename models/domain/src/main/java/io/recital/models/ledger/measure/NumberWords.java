package io.recital.models.ledger.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whole numbers below a hundred that contracts write in words, such as {@code forty-five}. */
final class NumberWords {
    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Map<String, Integer> NUMBERS = numbers();

    private NumberWords() {}

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        SMALL.forEach(word -> numbers.put(word, SMALL.indexOf(word)));
        for (int ten = 0; ten < TENS.size(); ten++) {
            int value = 10 * (ten + 2);
            String word = TENS.get(ten);
            numbers.put(word, value);
            SMALL.subList(1, 10).forEach(small -> numbers.put(word + "-" + small, value + SMALL.indexOf(small)));
        }
        return Map.copyOf(numbers);
    }

    /** The number that a word says. */
    static Optional<Integer> find(String word) {
        return Optional.ofNullable(NUMBERS.get(word.toLowerCase(Locale.ROOT)));
    }

    /** Whether a text says a number, in words or figures. */
    static boolean says(String text, int number) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.matches("(?s).*(?<![\\d.,])" + number + "(?![\\d]|[.,]\\d).*")
                || NUMBERS.entrySet().stream()
                        .anyMatch(known -> known.getValue() == number
                                && lower.matches("(?s).*(?<![\\p{L}-])" + known.getKey() + "(?![\\p{L}-]).*"));
    }
}
