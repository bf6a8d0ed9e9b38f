package io.recital.extraction.rules.value;

import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Reads amounts of money in the usual spellings; a bare {@code $} is the United States dollar, {@code ¥} the yen. */
public final class MoneyParser implements ValueParser {
    private static final String SYMBOL =
            "(?:US\\s?\\$|U\\.S\\.\\s?\\$|CAN?\\s?\\$|C\\$|CDN\\s?\\$|AU\\s?\\$|A\\$|HK\\$|NZ\\$|S\\$|R\\$|\\$|£|€|¥)";
    private static final String CODE = "(?:USD|EUR|GBP|CAD|AUD|CHF|JPY|CNY|RMB|INR|SEK|NOK|DKK|NZD|SGD|HKD|ZAR|BRL|MXN"
            + "|ILS|NIS|KRW|PLN|CZK|HUF)";
    private static final String NAME =
            "(?:(?:US|U\\.\\s?S\\.|United\\s+States|Canadian|Australian|New\\s+Zealand|Hong\\s+Kong|Singapore)"
                    + "\\s+(?:dollars?|cents?)|dollars?|cents?|euros?|pounds?\\s+sterling|pounds?(?=\\s*\\(?\\s*£)|yen|renminbi|swiss"
                    + "\\s+francs?)(?![A-Za-z])";
    private static final String FIGURES =
            "(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,2}(?:,\\d{2})+,\\d{3}(?:\\.\\d+)?|\\d{1,3}(?:['’ ]\\d{3})+(?:\\.\\d{1,2})?"
                    + "|\\d{1,3}(?:\\.\\d{3})+,\\d{2}(?!\\d)|\\d{1,3}(?:\\.\\d{3}){2,}(?!\\d)|\\d+,\\d{2}(?!\\d)|\\d+(?:\\.\\d+)?|\\.\\d+)";
    private static final String SCALE = "(?:\\s?(?<scale#>k|m|mm|mn|bn|b|thousand|million|billion)(?![A-Za-z]))?";
    private static final String CENTS = "(?:\\s+(?:and\\s+)?(?:no|\\d{1,2}|xx)/100)?";

    private static final String PREFIXED =
            "(?<![A-Za-z0-9$])(?<unit#>" + CODE + "\\s*" + SYMBOL + "?|" + SYMBOL + "\\s*" + CODE
                    + "?)\\s*(?:(?<amount#>" + FIGURES + ")" + SCALE + "|(?<redacted#>" + Redaction.REGEX
                    + "))(?:\\s*(?<tail#>" + CODE
                    + "|U\\.\\s?S\\.|US)(?![A-Za-z]))?";
    private static final String SUFFIXED = "(?<![\\w.,/$£€-])(?<amount#>" + FIGURES + ")" + SCALE + "\\s*(?<unit#>"
            + CODE + "(?![A-Za-z]|\\s?\\d[\\d,]*\\.\\d{2}(?!\\d))|[€£](?!\\s?\\d)|" + NAME + ")";
    private static final Pattern MONEY = Pattern.compile(
            "(?<words>" + NumberWords.REGEX + ")" + CENTS + "\\s*(?<name>" + NAME + ")?\\s*(?:[(\\[]\\s*(?:"
                    + numbered(PREFIXED, 1) + "|" + numbered(SUFFIXED, 2) + ")\\s*[)\\]])?(?:\\s*(?<after>" + NAME
                    + "))?|"
                    + numbered(PREFIXED, 3) + "|" + numbered(SUFFIXED, 4),
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HINT = Pattern.compile(
            "[$£€¥]|(?<![a-z])" + CODE + "(?![a-z])|dollar|cents?\\b|euro|sterling|yen|renminbi|franc",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, BigDecimal> SCALES = Map.of(
            "k",
            thousand(1),
            "thousand",
            thousand(1),
            "m",
            thousand(2),
            "mm",
            thousand(2),
            "mn",
            thousand(2),
            "million",
            thousand(2),
            "bn",
            thousand(3),
            "b",
            thousand(3),
            "billion",
            thousand(3));

    private static BigDecimal thousand(int times) {
        return BigDecimal.TEN.pow(3 * times);
    }

    private static String numbered(String regex, int number) {
        return regex.replace("#>", number + ">");
    }

    @Override
    public List<ValueMatch> findAll(String text) {
        if (!HINT.matcher(text).find()) {
            return List.of();
        }
        List<ValueMatch> matches = new ArrayList<>();
        Matcher matcher = MONEY.matcher(text);
        while (matcher.find()) {
            valueOf(matcher).ifPresent(value -> matches.add(new ValueMatch(matcher.start(), end(matcher), value)));
        }
        return matches;
    }

    private static int end(Matcher matcher) {
        return matcher.start() + matcher.group().stripTrailing().length();
    }

    private static Optional<TypedValue> valueOf(Matcher matcher) {
        for (int i = 1; i <= 4; i++) {
            if (i % 2 == 1 && matcher.group("redacted" + i) != null) {
                return Optional.of(new TypedValue.Redacted(matcher.group("redacted" + i)));
            }
            if (matcher.group("amount" + i) != null) {
                return figured(matcher, i);
            }
        }
        @Nullable String name = first(matcher.group("name"), matcher.group("after"));
        String words = matcher.group("words");
        if (name == null || words == null) {
            return Optional.empty();
        }
        return NumberWords.parse(words).flatMap(number -> amount(name, number));
    }

    private static Optional<TypedValue> figured(Matcher matcher, int group) {
        String figures = matcher.group("amount" + group);
        @Nullable String scale = matcher.group("scale" + group);
        @Nullable String tail = group % 2 == 1 ? matcher.group("tail" + group) : null;
        String unit = matcher.group("unit" + group) + (tail == null ? "" : " " + tail);
        BigDecimal number = parseFigures(figures);
        if (scale != null) {
            number = number.multiply(SCALES.getOrDefault(scale.toLowerCase(Locale.ROOT), BigDecimal.ONE));
        }
        @Nullable String words = group <= 2 ? matcher.group("words") : null;
        Optional<BigDecimal> spelled = words == null ? Optional.empty() : NumberWords.parse(words);
        boolean money = first(matcher.group("name"), matcher.group("after")) != null;
        if (words != null && spelled.isPresent() && !agree(spelled.get(), number, unit)) {
            return money ? Optional.of(new TypedValue.Inconsistent(words, figures)) : amount(unit, number);
        }
        return amount(unit, number);
    }

    private static boolean agree(BigDecimal words, BigDecimal figures, String unit) {
        boolean cents = !unit.toLowerCase(Locale.ROOT).contains("cent");
        return words.compareTo(figures) == 0
                || words.compareTo(new BigDecimal(figures.toBigInteger())) == 0
                || (cents && words.compareTo(figures.movePointRight(2)) == 0 && figures.compareTo(BigDecimal.ONE) < 0);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }

    private static BigDecimal parseFigures(String figures) {
        String plain = figures.replaceAll("['’\\s]", "");
        boolean decimalComma = plain.matches("\\d{1,3}(?:\\.\\d{3})+,\\d{2}|\\d+,\\d{2}");
        boolean dotsOnly = plain.matches("\\d{1,3}(?:\\.\\d{3}){2,}");
        if (decimalComma || dotsOnly) {
            plain = plain.replace(".", "").replace(',', '.');
        }
        plain = plain.replace(",", "");
        return new BigDecimal(plain.startsWith(".") ? "0" + plain : plain);
    }

    private static Optional<TypedValue> amount(String unit, BigDecimal number) {
        boolean cents = unit.toLowerCase(Locale.ROOT).matches("(?s).*\\bcents?\\b.*");
        BigDecimal value = cents ? number.movePointLeft(2) : number;
        return Currencies.find(unit).map(code -> new TypedValue.Amount(BigMoney.of(CurrencyUnit.of(code), value)));
    }
}
