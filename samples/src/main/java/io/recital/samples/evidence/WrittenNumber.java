package io.recital.samples.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the numbers that wording states, in figures or in words: {@code £1,120}, {@code 99.90%}, {@code sixty}. */
public final class WrittenNumber {
    private static final Pattern FIGURES = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
    private static final List<String> ONES = List.of(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
                    .split(" "));
    private static final List<String> TENS =
            List.of("- - twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
    private static final Map<String, Integer> ORDINALS = ordinals();
    private static final Map<String, Integer> MULTIPLES =
            Map.of("hundred", 100, "thousand", 1000, "million", 1_000_000);
    private static final Pattern WORDS = Pattern.compile("[a-z]+(?:-[a-z]+)*");

    private WrittenNumber() {}

    /** Every number that the wording states; a number before {@code thousand} or {@code million} also multiplied. */
    public static List<BigDecimal> in(String wording) {
        List<BigDecimal> numbers = new ArrayList<>();
        Matcher figures = FIGURES.matcher(wording);
        while (figures.find()) {
            BigDecimal figure = new BigDecimal(figures.group().replace(",", ""));
            numbers.add(figure);
            Matcher multiple = Pattern.compile("\\s*(thousand|million)\\b")
                    .matcher(wording.toLowerCase(Locale.ROOT))
                    .region(figures.end(), wording.length());
            if (multiple.lookingAt()) {
                numbers.add(figure.multiply(BigDecimal.valueOf(MULTIPLES.getOrDefault(multiple.group(1), 1))));
            }
        }
        numbers.addAll(inWords(wording.toLowerCase(Locale.ROOT)));
        return numbers;
    }

    /** Whether the wording states the number. */
    public static boolean states(String wording, BigDecimal number) {
        return in(wording).stream().anyMatch(stated -> stated.compareTo(number) == 0);
    }

    private static List<BigDecimal> inWords(String wording) {
        List<BigDecimal> numbers = new ArrayList<>();
        Matcher words = WORDS.matcher(wording);
        int sum = -1;
        int end = -1;
        while (words.find()) {
            boolean follows = end >= 0 && wording.substring(end, words.start()).isBlank();
            int value = value(words.group());
            Integer multiple = MULTIPLES.get(words.group());
            if (multiple != null) {
                sum = (follows && sum > 0 ? sum : 1) * multiple;
            } else if (value >= 0) {
                sum = follows && sum >= 20 ? sum + value : value;
            } else if (!(words.group().equals("and") && follows)) {
                sum = -1;
            }
            end = sum < 0 ? -1 : words.end();
            if (sum >= 0 && !words.group().equals("and")) {
                numbers.add(BigDecimal.valueOf(sum));
            }
        }
        return numbers;
    }

    private static int value(String word) {
        int dash = word.indexOf('-');
        if (dash > 0 && TENS.contains(word.substring(0, dash))) {
            int ones = value(word.substring(dash + 1));
            return ones < 0 ? -1 : TENS.indexOf(word.substring(0, dash)) * 10 + ones;
        }
        if (ONES.contains(word)) {
            return ONES.indexOf(word);
        }
        return TENS.contains(word) ? TENS.indexOf(word) * 10 : ORDINALS.getOrDefault(word, -1);
    }

    private static Map<String, Integer> ordinals() {
        List<String> words =
                List.of("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" "));
        return IntStream.range(0, words.size()).boxed().collect(Collectors.toMap(words::get, i -> i + 1));
    }
}
