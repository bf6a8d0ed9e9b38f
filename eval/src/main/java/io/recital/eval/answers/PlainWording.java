package io.recital.eval.answers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rewrites wording so that values are written in one way only: lower case, dates as 2028-03-31, numbers in figures. */
final class PlainWording {
    private static final Map<String, Integer> MONTHS = months();
    private static final String MONTH = "(" + String.join("|", MONTHS.keySet()) + ")";
    private static final Pattern DAY_FIRST =
            Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: day of)? " + MONTH + ",? (\\d{4})\\b");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b");
    private static final Pattern POINTED = Pattern.compile("\\b(\\d{2})\\.(\\d{2})\\.(\\d{4})\\b");
    private static final Map<String, Integer> NUMBERS = numbers();
    private static final String NUMBER_WORD = "(?:" + String.join("|", NUMBERS.keySet()) + "|hundred|thousand|million)";
    private static final Pattern IN_WORDS = Pattern.compile(
            "\\b" + NUMBER_WORD + "(?:(?:[- ]|(?<=hundred|thousand|million) and )" + NUMBER_WORD + ")*\\b");
    private static final Pattern MULTIPLE = Pattern.compile("(\\d+(?:\\.\\d+)?) ?(million|thousand)\\b");
    private static final Map<String, Integer> MULTIPLES =
            Map.of("hundred", 100, "thousand", 1000, "million", 1_000_000);

    private PlainWording() {}

    static String of(String wording) {
        String line = wording.replaceAll("[\\s\\u00a0\\u2009\\u202f]+", " ")
                .replaceAll("[\\u2010-\\u2015]", "-")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
        String dated = POINTED.matcher(MONTH_FIRST
                        .matcher(DAY_FIRST.matcher(line).replaceAll(PlainWording::dayFirst))
                        .replaceAll(match -> iso(match.group(3), month(match.group(1)), match.group(2))))
                .replaceAll(match -> iso(match.group(3), Integer.parseInt(match.group(2)), match.group(1)));
        String ungrouped = dated.replaceAll("(?<=\\d),(?=\\d{3}(?!\\d))", "")
                .replaceAll("\\b(gbp|usd|eur|us\\$)(?=\\d)", "$1 ")
                .replaceAll("\\bonce\\b", "one time")
                .replaceAll("\\btwice\\b", "two times")
                .replaceAll("\\bhalf\\b", "0.5");
        String multiplied = MULTIPLE.matcher(ungrouped)
                .replaceAll(match -> new BigDecimal(match.group(1))
                        .multiply(BigDecimal.valueOf(MULTIPLES.getOrDefault(match.group(2), 1)))
                        .toPlainString());
        return IN_WORDS.matcher(multiplied)
                .replaceAll(match -> inFigures(match.group()))
                .replaceAll("(?<![\\d.])(\\d+(?:\\.\\d+)?) ?\\(\\1\\)", "$1");
    }

    private static String dayFirst(MatchResult match) {
        return iso(match.group(3), month(match.group(2)), match.group(1));
    }

    private static int month(String name) {
        return MONTHS.getOrDefault(name, 0);
    }

    private static String iso(String year, int month, String day) {
        return String.format(Locale.ROOT, "%s-%02d-%02d", year, month, Integer.parseInt(day));
    }

    /** Words in a row may be one number or several: "one hundred and five", "two three". */
    private static String inFigures(String words) {
        List<Long> numbers = new ArrayList<>();
        for (String word : words.replace(" and ", " ").split("[- ]")) {
            Integer multiple = MULTIPLES.get(word);
            long value = NUMBERS.getOrDefault(word, 0);
            long last = numbers.isEmpty() ? -1 : numbers.get(numbers.size() - 1);
            if (multiple != null) {
                replaceLast(numbers, Math.max(1, last) * multiple);
            } else if (last >= 20 && value > 0 && (value < 10 ? last % 10 == 0 : last % 100 == 0)) {
                replaceLast(numbers, last + value);
            } else {
                numbers.add(value);
            }
        }
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static void replaceLast(List<Long> numbers, long value) {
        if (!numbers.isEmpty()) {
            numbers.remove(numbers.size() - 1);
        }
        numbers.add(value);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new LinkedHashMap<>();
        List<String> english = List.of(
                "january february march april may june july august september october november december".split(" "));
        List<String> german = List.of(
                "januar februar märz april mai juni juli august september oktober november dezember".split(" "));
        for (int i = 0; i < english.size(); i++) {
            months.put(english.get(i), i + 1);
            months.put(german.get(i), i + 1);
        }
        return months;
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
        for (int i = 0; i < tens.length; i++) {
            numbers.put(tens[i], 20 + 10 * i);
        }
        // Longer words first: "sixteen" is not "six" with something behind it.
        String[] ones = ("nineteen eighteen seventeen sixteen fifteen fourteen thirteen twelve eleven ten nine eight"
                        + " seven six five four three two one zero")
                .split(" ");
        for (int i = 0; i < ones.length; i++) {
            numbers.put(ones[i], 19 - i);
        }
        return numbers;
    }
}
