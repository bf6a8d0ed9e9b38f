package io.recital.extraction.rules.value;

import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how often or over what window: {@code monthly}, {@code per calendar quarter}, {@code annually}. */
public final class FrequencyParser implements ValueParser {
    private static final Pattern FREQUENCY = Pattern.compile(
            "\\b(?:(?<half>(?:per|each|every|in\\s+(?:an?|any|each|every))\\s+(?:calendar\\s+)?half(?:[\\s-]+year|\\s+(?:of\\s+)?(?:an?|the|each)\\s+(?:calendar\\s+|contract\\s+)?year))|(?<adverb>hourly|daily|weekly|bi-?weekly|fortnightly|monthly|bi-?monthly|quarterly|semi-?annual(?:ly)?"
                    + "|half-?yearly|bi-?annual(?:ly)?|annual(?:ly)?|yearly)|"
                    + "(?:per|each|every|in\\s+any(?:\\s+given)?|in\\s+a(?:\\s+given)?|during\\s+any|for\\s+any|/)\\s+(?:one\\s+)?"
                    + "(?:(?<count>two|three|four|six|twelve|\\d{1,2})\\s*(?:\\(\\d{1,2}\\)\\s*)?)?"
                    + "(?:(?:calendar|fiscal|contract|rolling|full|applicable|billing|licen[cs]e|agreement|royalty|product|sales|marketing|program|lease|operating|such)\\s+){0,2}(?<business>business\\s+)?"
                    + "(?<unit>hour|day|week|month|quarter|year|annum)s?)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<ValueMatch> findAll(String text) {
        List<ValueMatch> matches = new ArrayList<>();
        Matcher matcher = FREQUENCY.matcher(text);
        while (matcher.find()) {
            TimeSpan every = matcher.group("half") != null
                    ? new TimeSpan(6, TimeSpan.Unit.MONTHS)
                    : matcher.group("adverb") != null
                            ? ofAdverb(matcher.group("adverb"))
                            : new TimeSpan(count(matcher), unit(matcher));
            matches.add(new ValueMatch(matcher.start(), matcher.end(), new TypedValue.Length(every)));
        }
        return matches;
    }

    private static int count(Matcher matcher) {
        String count = matcher.group("count");
        if (count == null) {
            return 1;
        }
        return Character.isDigit(count.charAt(0))
                ? Integer.parseInt(count)
                : NumberWords.parse(count).orElseThrow().intValue();
    }

    private static TimeSpan.Unit unit(Matcher matcher) {
        return switch (matcher.group("unit").toLowerCase(Locale.ROOT)) {
            case "hour" -> TimeSpan.Unit.HOURS;
            case "day" -> matcher.group("business") == null ? TimeSpan.Unit.DAYS : TimeSpan.Unit.BUSINESS_DAYS;
            case "week" -> TimeSpan.Unit.WEEKS;
            case "month" -> TimeSpan.Unit.MONTHS;
            case "quarter" -> TimeSpan.Unit.QUARTERS;
            default -> TimeSpan.Unit.YEARS;
        };
    }

    private static TimeSpan ofAdverb(String adverb) {
        String plain = adverb.toLowerCase(Locale.ROOT).replace("-", "");
        return switch (plain) {
            case "hourly" -> new TimeSpan(1, TimeSpan.Unit.HOURS);
            case "daily" -> new TimeSpan(1, TimeSpan.Unit.DAYS);
            case "weekly" -> new TimeSpan(1, TimeSpan.Unit.WEEKS);
            case "biweekly", "fortnightly" -> new TimeSpan(2, TimeSpan.Unit.WEEKS);
            case "monthly" -> new TimeSpan(1, TimeSpan.Unit.MONTHS);
            case "bimonthly" -> new TimeSpan(2, TimeSpan.Unit.MONTHS);
            case "quarterly" -> new TimeSpan(1, TimeSpan.Unit.QUARTERS);
            case "annual", "annually", "yearly" -> new TimeSpan(1, TimeSpan.Unit.YEARS);
            default -> new TimeSpan(6, TimeSpan.Unit.MONTHS);
        };
    }
}
