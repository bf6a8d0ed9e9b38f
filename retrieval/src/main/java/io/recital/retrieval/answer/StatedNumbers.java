package io.recital.retrieval.answer;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The numbers that a text states, in figures or in words, equal ones in one form.
 *
 * @param numbers in the order in which they are stated; months that are named count as their numbers
 */
record StatedNumbers(Set<String> numbers) {
    private static final Pattern FIGURES =
            Pattern.compile("(?<![\\p{L}\\d])(\\d+(?:,\\d{3})*(?:\\.\\d+)?)(?: ?(million|thousand|mn?|k)\\b)?");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}]+");
    private static final Pattern ONE =
            Pattern.compile("an?|each|every|per|one|once|annum|annual|annually|yearly|monthly"
                    + "|weekly|daily|quarterly|anniversary|sole|single|first|year|quarter|month|week|day");
    private static final Map<String, Long> VALUES = values();
    private static final Map<String, Long> MULTIPLES = Map.of(
            "hundred", 100L, "thousand", 1000L, "million", 1_000_000L, "k", 1000L, "m", 1_000_000L, "mn", 1_000_000L);
    private static final Map<String, String> MONTHS = months();

    StatedNumbers {
        numbers = Set.copyOf(numbers);
    }

    static StatedNumbers of(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[\\u00a0\\u2009\\u202f]", " ");
        Set<String> numbers = new LinkedHashSet<>();
        Matcher figures = FIGURES.matcher(plain);
        while (figures.find()) {
            BigDecimal figure = new BigDecimal(figures.group(1).replace(",", ""));
            String multiple = figures.group(2);
            numbers.add(plain(figure));
            if (multiple != null) {
                numbers.add(plain(figure.multiply(BigDecimal.valueOf(MULTIPLES.getOrDefault(multiple, 1L)))));
            }
        }
        addWords(plain, numbers);
        return new StatedNumbers(numbers);
    }

    /** Words for numbers in a row are one number where they can be: "one hundred and twenty". */
    private static void addWords(String text, Set<String> numbers) {
        Matcher words = WORDS.matcher(text);
        long sum = -1;
        while (words.find()) {
            String word = words.group();
            Long value = VALUES.get(word);
            Long multiple = word.length() > 2 ? MULTIPLES.get(word) : null;
            if (multiple != null) {
                sum = Math.max(1, sum) * multiple;
            } else if (value != null) {
                sum = sum >= 20 && value > 0 && (value < 10 || sum >= 100) ? sum + value : value;
            } else if (!(word.equals("and") && sum >= 100)) {
                sum = -1;
            }
            if (sum >= 0 && !word.equals("and")) {
                numbers.add(String.valueOf(sum));
            }
            if (MONTHS.containsKey(word)) {
                numbers.add(MONTHS.getOrDefault(word, ""));
            }
        }
    }

    /** Those that are in none of the sources: "1" is also in "each" and "the calendar year", "0.5" in "half". */
    List<String> missingIn(List<String> sources) {
        Set<String> stated = new HashSet<>();
        for (String source : sources) {
            stated.addAll(of(source).numbers());
            addImplied(source.toLowerCase(Locale.ROOT), stated);
        }
        return numbers.stream()
                .filter(number -> !stated.contains(number))
                .sorted()
                .toList();
    }

    private static void addImplied(String source, Set<String> stated) {
        Set<String> words =
                WORDS.matcher(source).results().map(match -> match.group()).collect(Collectors.toSet());
        if (words.stream().anyMatch(word -> ONE.matcher(word).matches())) {
            stated.add("1");
        }
        if (words.contains("twice") || words.contains("both")) {
            stated.add("2");
        }
        if (words.contains("half")) {
            stated.add("0.5");
        }
        if (words.contains("quarter") || words.contains("quarterly")) {
            stated.add("3");
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Map<String, Long> values() {
        List<String> small = List.of(
                "zero - two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
                        .split(" "));
        List<String> tens = List.of("- - twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
        Map<String, Long> values = IntStream.range(0, small.size())
                .boxed()
                .collect(Collectors.toMap(i -> i == 1 ? "" : small.get(i), i -> (long) i));
        IntStream.range(2, tens.size()).forEach(i -> values.put(tens.get(i), 10L * i));
        return values;
    }

    private static Map<String, String> months() {
        List<String> english = List.of(
                "january february march april may june july august september october november december".split(" "));
        List<String> german = List.of(
                "januar februar märz april mai juni juli august september oktober november dezember".split(" "));
        Map<String, String> months =
                IntStream.range(0, 12).boxed().collect(Collectors.toMap(english::get, i -> String.valueOf(i + 1)));
        IntStream.range(0, 12).forEach(i -> months.put(german.get(i), String.valueOf(i + 1)));
        return months;
    }
}
