package io.recital.api.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks up the figures of a sentence in what it rests on, where they may be spelt out. */
final class Figures {
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern FIGURE = Pattern.compile("(?<![\\p{L}\\d])\\d+(?:,\\d{3})*(?:\\.\\d+)?");
    private static final String[] SMALL =
            ("zero one two three four five six seven eight nine ten eleven twelve thirteen"
                            + " fourteen fifteen sixteen seventeen eighteen nineteen")
                    .split(" ");
    private static final String[] TENS = "- ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
    private static final String[] MONTHS = ("january|januar february|februar march|märz april may|mai june|juni"
                    + " july|juli august september october|oktober november december|dezember")
            .split(" ");

    private Figures() {}

    /** Those that no source states. */
    static List<String> unstated(String sentence, List<String> sources) {
        String there = " " + plain(String.join(" ; ", sources)) + " ";
        List<String> unstated = new ArrayList<>();
        Matcher dates = DATE.matcher(sentence);
        while (dates.find()) {
            if (!there.contains(dates.group()) && !statesDate(there, dates)) {
                unstated.add(dates.group());
            }
        }
        Matcher figures = FIGURE.matcher(plain(dates.replaceAll(" ")));
        while (figures.find()) {
            if (!states(there, new BigDecimal(figures.group()))) {
                unstated.add(figures.group());
            }
        }
        return unstated;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u00a0\\u2009\\u202f-]+", " ")
                .replaceAll("(?<=\\d),(?=\\d{3})", "");
    }

    private static boolean statesDate(String there, Matcher date) {
        int month = Integer.parseInt(date.group(2));
        return states(there, new BigDecimal(date.group(1)))
                && states(there, new BigDecimal(date.group(3)))
                && (month < 1
                        || month > 12
                        || there.matches("(?s).*\\b(" + MONTHS[month - 1] + ")\\b.*")
                        || there.matches("(?s).*\\b0?" + month + "\\b.*"));
    }

    private static boolean states(String there, BigDecimal number) {
        String figure = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        String zeros = figure.contains(".") ? "0*" : "(\\.0+)?";
        if (found("(?<![\\d.\\p{L}])0*" + figure.replace(".", "\\.") + zeros + "(?!\\.?\\d)", there)) {
            return true;
        }
        return spelt(number).stream().anyMatch(words -> found("\\b" + words + "\\b", there));
    }

    private static boolean found(String pattern, String there) {
        return Pattern.compile(pattern).matcher(there).find();
    }

    /** Ways in which a contract spells a number. */
    private static List<String> spelt(BigDecimal number) {
        List<String> ways = new ArrayList<>();
        if (number.compareTo(new BigDecimal("0.5")) == 0) {
            ways.add("half");
        }
        for (String large : List.of("million", "thousand")) {
            BigDecimal unit = BigDecimal.TEN.pow(large.equals("million") ? 6 : 3);
            if (number.compareTo(unit) >= 0) {
                BigDecimal count = number.divide(unit).stripTrailingZeros();
                ways.add(count.toPlainString().replace(".", "\\.") + " ?" + large.charAt(0) + "(" + large.substring(1)
                        + "|n)?");
                if (count.scale() <= 0 && count.intValue() < 1000) {
                    ways.add(words(count.intValue()) + " " + large);
                }
            }
        }
        if (number.stripTrailingZeros().scale() <= 0 && number.compareTo(BigDecimal.valueOf(1000)) < 0) {
            ways.add(words(number.intValue()));
            ways.addAll(
                    switch (number.intValue()) {
                        case 1 ->
                            List.of(
                                    "an?",
                                    "each",
                                    "every",
                                    "per",
                                    "once",
                                    "annual",
                                    "annually",
                                    "yearly",
                                    "annum",
                                    "first",
                                    "monthly",
                                    "weekly",
                                    "daily",
                                    "quarterly",
                                    "anniversary",
                                    "year",
                                    "quarter",
                                    "month",
                                    "week",
                                    "day");
                        case 2 -> List.of("twice", "both");
                        case 3 -> List.of("quarter", "quarterly");
                        default -> List.of();
                    });
        }
        return ways;
    }

    private static String words(int number) {
        if (number < 20) {
            return SMALL[number];
        }
        if (number < 100) {
            return TENS[number / 10] + (number % 10 == 0 ? "" : " " + SMALL[number % 10]);
        }
        String rest = number % 100 == 0 ? "" : "( and)? " + words(number % 100);
        return SMALL[number / 100] + " hundred" + rest;
    }
}
