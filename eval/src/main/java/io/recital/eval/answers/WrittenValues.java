package io.recital.eval.answers;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that a piece of wording states.
 *
 * @param typed each in its closest sort: an amount of a currency, a time span, a percentage, a date, else a number
 * @param numbers each as a mere number
 * @param rest the wording without them, in lower case
 */
record WrittenValues(Set<Atom> typed, Set<Atom> numbers, String rest) {
    private static final Pattern VALUE =
            Pattern.compile("(?<date>\\d{4}-\\d{2}-\\d{2})|(?:(?<before>(?:us)?[£$€]|\\b(?:gbp|usd|eur)) ?)?"
                    + "(?<![\\p{L}\\d.])(?<number>\\d+(?:\\.\\d+)?)(?!\\d|\\.\\d)"
                    + "(?: ?(?<percent>%|per ?cent|percent(?:age)?(?: points?)?|points)"
                    + "|[ -](?:(?:calendar|consecutive|full|clear|further|whole|additional|more) )*"
                    + "(?<unit>(?:(?:business|working|banking)[ -])?(?:minute|hour|day|week|month|quarter|year)s?)\\b"
                    + "| (?<after>gbp|usd|eur|pounds|dollars|euros?)\\b)?");
    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("£", "GBP"),
            Map.entry("gbp", "GBP"),
            Map.entry("pounds", "GBP"),
            Map.entry("$", "USD"),
            Map.entry("us$", "USD"),
            Map.entry("usd", "USD"),
            Map.entry("dollars", "USD"),
            Map.entry("€", "EUR"),
            Map.entry("eur", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"));

    WrittenValues {
        typed = Set.copyOf(typed);
        numbers = Set.copyOf(numbers);
    }

    static WrittenValues of(String wording) {
        Set<Atom> typed = new HashSet<>();
        Set<Atom> numbers = new HashSet<>();
        Matcher matcher = VALUE.matcher(PlainWording.of(wording));
        StringBuilder rest = new StringBuilder();
        while (matcher.find()) {
            if (matcher.group("date") != null) {
                typed.add(new Atom("date", matcher.group("date")));
            } else {
                BigDecimal number = new BigDecimal(matcher.group("number"));
                numbers.add(Atom.number(number));
                typed.add(typed(matcher, number));
            }
            matcher.appendReplacement(rest, " ");
        }
        matcher.appendTail(rest);
        return new WrittenValues(typed, numbers, rest.toString());
    }

    private static Atom typed(Matcher matcher, BigDecimal number) {
        if (matcher.group("before") != null) {
            return Atom.of(CURRENCIES.getOrDefault(matcher.group("before"), ""), number);
        }
        if (matcher.group("after") != null) {
            return Atom.of(CURRENCIES.getOrDefault(matcher.group("after"), ""), number);
        }
        if (matcher.group("percent") != null) {
            return Atom.of("percent", number);
        }
        return matcher.group("unit") == null ? Atom.number(number) : span(number, matcher.group("unit"));
    }

    /** A time span in a unit that equal ones share: weeks as days, quarters and years as months. */
    static Atom span(BigDecimal count, String unit) {
        String singular = unit.replaceAll("s$", "").replaceAll("^(?:business|working|banking)[ -]", "business ");
        return switch (singular) {
            case "week" -> Atom.of("day", count.multiply(BigDecimal.valueOf(7)));
            case "quarter" -> Atom.of("month", count.multiply(BigDecimal.valueOf(3)));
            case "year" -> Atom.of("month", count.multiply(BigDecimal.valueOf(12)));
            default -> Atom.of(singular, count);
        };
    }

    /** Whether the value is stated, in its own sort or, for one that is a mere number, in any. */
    boolean state(Atom atom) {
        return typed.contains(atom) || numbers.contains(atom);
    }
}
