package io.recital.extraction.rules.obligation;

import io.recital.models.finding.Deadline;
import io.recital.models.finding.TimeSpan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads that something is to be done again and again: {@code monthly}, {@code at the end of each quarter}, {@code twice a year}. */
final class Recurrence {
    private static final String ADVERB =
            "(?<adverb>weekly|fortnightly|bi-?weekly|monthly|bi-?monthly|quarterly|semi-?annually|half-?yearly|annually|yearly)";
    private static final Pattern WORDS = Pattern.compile(
            "\\b(?:on\\s+a(?:n)?\\s+(?:at\\s+least\\s+)?(?<basis>weekly|monthly|quarterly|annual|yearly|semi-?annual|bi-?weekly)\\s+basis"
                    + "|" + ADVERB
                    + "(?=\\s*(?:$|[,;.)]|in\\s+(?:arrears|advance)|and\\b|to\\b|by\\b|for\\b|on\\b|with\\b|during\\b|throughout\\b|thereafter\\b|at\\b|within\\b))"
                    + "|(?:a\\s+|the\\s+|its\\s+)?(?<adjective>weekly|monthly|quarterly|annual|semi-?annual|yearly)\\s+(?:\\w+\\s+){0,2}(?:reports?|statements?|meetings?|reviews?|forecasts?|summar(?:y|ies)|audits?|invoices?|reporting|instal+ments?)\\b"
                    + "|once\\s+(?:in\\s+)?(?:each|every)\\s+(?:period\\s+of\\s+)?(?<period>\\d{1,2}|two|three|four|six|twelve)\\s+(?<ofeach>month|year)s?\\b"
                    + "|(?<times>once|twice|one\\s+time|two\\s+times)\\s+(?:a|an|per|each|every|in\\s+(?:each|every|any))\\s+(?:calendar\\s+|contract\\s+|fiscal\\s+)?(?<per>week|month|quarter|half-year|year)"
                    + "|(?:each|every)\\s+(?:(?<count>two|three|four|six|twelve|\\d{1,2})\\s*(?:\\(\\d{1,2}\\)\\s*)?)?(?:calendar\\s+|contract\\s+|fiscal\\s+|full\\s+)*(?<each>week|month|quarter|half-year|year)s?\\b(?!\\s+(?:used|or\\s+part|of\\s+delay|in\\s+which|for\\s+which|that|by\\s+which))"
                    + "|(?:in|during)\\s+the\\s+(?:last|first)\\s+(?:day|week|month)\\s+of\\s+(?:each|every)\\s+(?:calendar\\s+|contract\\s+)?(?<within>month|quarter|year)\\b"
                    + "|measured\\s+(?:over|in|for)\\s+(?:a|each|every)\\s+(?:calendar\\s+|contract\\s+)?(?<measured>month|quarter|year)\\b"
                    + "|(?:charges?|fees?|rent|retainer|sum)\\s+of\\s+\\S+\\s+(?:per|a)\\s+(?:calendar\\s+)?(?<paid>month|quarter|year)\\b"
                    + "|every\\s+(?<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_WHEN = Pattern.compile(
            "(?<!\\bend\\s)(?<!\\bclose\\s)(?<!\\bday\\s)(?<!\\bbeginning\\s)(?<!\\bstart\\s)\\b(?:of|per)\\s+(?:the\\s+)?$|(?:consecutive|amount|fees?|charges?|rate|minimum|number|price|volume|quantity|total|increased?|calculated|used|sold|made|earned|received|accrued)\\s+(?:\\w+\\s+){0,2}$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LIMITED =
            Pattern.compile("\\b(?:more(?:\\s+often)?\\s+than|at\\s+most|only)\\s+$", Pattern.CASE_INSENSITIVE);

    /** The first recurrence that the words state. */
    Optional<Deadline> find(String action) {
        Matcher matcher = WORDS.matcher(action);
        while (matcher.find()) {
            boolean each = matcher.group("each") != null;
            if (!each || !NOT_WHEN.matcher(action.substring(0, matcher.start())).find()) {
                return Optional.of(new Deadline.Recurring(every(matcher), null));
            }
        }
        return Optional.empty();
    }

    /** A recurrence that says how often: {@code once in each Contract Year}. */
    Optional<Deadline> findCounted(String action) {
        Matcher matcher = WORDS.matcher(action);
        while (matcher.find()) {
            if ((matcher.group("times") != null || matcher.group("period") != null)
                    && !LIMITED.matcher(action.substring(0, matcher.start())).find()) {
                return Optional.of(new Deadline.Recurring(every(matcher), null));
            }
        }
        return Optional.empty();
    }

    private static TimeSpan every(Matcher matcher) {
        if (matcher.group("period") != null) {
            return new TimeSpan(
                    count(matcher.group("period")), one(matcher.group("ofeach")).unit());
        }
        @Nullable String word = matcher.group("basis");
        if (word == null) {
            word = matcher.group("adverb");
        }
        if (word == null) {
            word = matcher.group("adjective");
        }
        if (word != null) {
            return ofWord(word);
        }
        for (String group : List.of("within", "measured", "paid")) {
            if (matcher.group(group) != null) {
                return one(matcher.group(group));
            }
        }
        if (matcher.group("weekday") != null) {
            return one("week");
        }
        if (matcher.group("per") != null) {
            boolean twice = matcher.group("times").toLowerCase(Locale.ROOT).startsWith("tw");
            return twice ? half(matcher.group("per")) : one(matcher.group("per"));
        }
        TimeSpan one = one(matcher.group("each"));
        return new TimeSpan(count(matcher.group("count")), one.unit());
    }

    private static TimeSpan half(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "year" -> new TimeSpan(6, TimeSpan.Unit.MONTHS);
            case "month" -> new TimeSpan(2, TimeSpan.Unit.WEEKS);
            default -> one(unit);
        };
    }

    /** One week, month, quarter or year. */
    static TimeSpan one(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "week" -> new TimeSpan(1, TimeSpan.Unit.WEEKS);
            case "month" -> new TimeSpan(1, TimeSpan.Unit.MONTHS);
            case "half-year" -> new TimeSpan(6, TimeSpan.Unit.MONTHS);
            case "quarter" -> new TimeSpan(1, TimeSpan.Unit.QUARTERS);
            default -> new TimeSpan(1, TimeSpan.Unit.YEARS);
        };
    }

    private static TimeSpan ofWord(String word) {
        return switch (word.toLowerCase(Locale.ROOT).replace("-", "")) {
            case "weekly" -> one("week");
            case "fortnightly", "biweekly" -> new TimeSpan(2, TimeSpan.Unit.WEEKS);
            case "monthly" -> one("month");
            case "bimonthly" -> new TimeSpan(2, TimeSpan.Unit.MONTHS);
            case "quarterly" -> one("quarter");
            case "semiannual", "semiannually", "halfyearly" -> new TimeSpan(6, TimeSpan.Unit.MONTHS);
            default -> one("year");
        };
    }

    private static int count(@Nullable String words) {
        if (words == null) {
            return 1;
        }
        return switch (words.toLowerCase(Locale.ROOT)) {
            case "two" -> 2;
            case "three" -> 3;
            case "four" -> 4;
            case "six" -> 6;
            case "twelve" -> 12;
            default -> Math.max(1, Integer.parseInt(words));
        };
    }
}
