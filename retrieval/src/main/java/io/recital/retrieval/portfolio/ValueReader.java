package io.recital.retrieval.portfolio;

import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** Reads the first value of a form out of a sentence whose finding does not state it typed. */
final class ValueReader {
    private static final List<String> UNITS = List.of(
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
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final String WORDS = "(?:" + String.join("|", TENS.subList(2, 10)) + ")(?:[- ](?:"
            + String.join("|", UNITS.subList(1, 10)) + "))?|" + String.join("|", UNITS.subList(1, 20));
    private static final Pattern TIME = Pattern.compile("(?i)\\b(?:(" + WORDS + ")(?:\\s*\\((\\d+)\\))?|(\\d+))[\\s-]+"
            + "((?:business|working)\\s+)?(minute|hour|day|week|month|quarter|year)s?\\b");
    private static final Pattern MONEY = Pattern.compile(
            "(£|€|US\\$|\\$|\\b(?:GBP|EUR|USD|CHF)\\b)\\s?(\\d[\\d,]*(?:\\.\\d+)?)(\\s*(?:million|m\\b))?");
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\)?\\s?(?:%|per\\s?cent\\b)");
    private static final Map<String, String> CODES = Map.of("£", "GBP", "€", "EUR", "$", "USD", "US$", "USD");

    private ValueReader() {}

    /** The first value of a form; empty where there is none. */
    static Optional<TypedValue> find(String sentence, Form form) {
        return switch (form) {
            case TIME -> time(sentence);
            case MONEY -> money(sentence).or(() -> percent(sentence));
            case PERCENT -> percent(sentence);
            case DAY, ANY -> Optional.empty();
        };
    }

    /** The first value of a form after the words with these stems, or else the first of all. */
    static Optional<TypedValue> find(String sentence, Form form, Set<String> stems) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        int after = stems.stream().mapToInt(lower::indexOf).max().orElse(0);
        return find(sentence.substring(Math.max(0, after)), form).or(() -> find(sentence, form));
    }

    /** The value that a text begins with, of whatever form. */
    static Optional<TypedValue> first(String text) {
        String start = text.substring(0, Math.min(40, text.length()));
        return money(start).or(() -> percent(start)).or(() -> time(start));
    }

    private static Optional<TypedValue> time(String sentence) {
        Matcher matcher = TIME.matcher(sentence);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String words = matcher.group(1);
        String figures = words == null ? matcher.group(3) : matcher.group(2);
        int count = figures == null ? number(words) : Integer.parseInt(figures);
        if (words != null && figures != null && number(words) != count) {
            return Optional.of(new TypedValue.Inconsistent(words, figures));
        }
        String unit =
                (matcher.group(4) == null ? "" : "BUSINESS_") + matcher.group(5).toUpperCase(Locale.ROOT) + "S";
        return Optional.of(new TypedValue.Length(new TimeSpan(count, TimeSpan.Unit.valueOf(unit))));
    }

    private static int number(String words) {
        String[] parts = words.toLowerCase(Locale.ROOT).split("[- ]");
        int tens = TENS.indexOf(parts[0]);
        if (tens < 2) {
            return UNITS.indexOf(parts[0]);
        }
        return 10 * tens + (parts.length > 1 ? UNITS.indexOf(parts[1]) : 0);
    }

    private static Optional<TypedValue> money(String sentence) {
        Matcher matcher = MONEY.matcher(sentence);
        if (!matcher.find()) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(matcher.group(2).replace(",", ""));
        BigDecimal whole = matcher.group(3) == null ? amount : amount.movePointRight(6);
        String code = CODES.getOrDefault(matcher.group(1), matcher.group(1));
        return Optional.of(new TypedValue.Amount(BigMoney.of(CurrencyUnit.of(code), whole)));
    }

    private static Optional<TypedValue> percent(String sentence) {
        Matcher matcher = PERCENT.matcher(sentence);
        return matcher.find()
                ? Optional.of(new TypedValue.Percent(new BigDecimal(matcher.group(1))))
                : Optional.empty();
    }
}
