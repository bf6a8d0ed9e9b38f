package io.recital.extraction.rules.lever;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time that a minimum is for, in the ways that minimums name theirs: {@code for a month}, {@code of a License Year}. */
final class MinimumPeriod {
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:in|for|of|during|per|within)\\s+(?:(?:an?|any|each|every|one|the|that|such)\\s+)?(?:(?!past|previous|preceding|following|next|end|beginning|first|last)[\\p{L}-]+\\s+){0,2}?(?<unit>week|month|quarter|half-?\\s?year|year)\\b(?!\\s*[’'])",
            Pattern.CASE_INSENSITIVE);
    /** {@code in each period from 1 July to 30 June}: days without a year come again each year. */
    private static final Pattern FROM_TO = Pattern.compile(
            "\\b(?:each|every|any)\\s+(?:period|time|twelve\\s+months)\\b[^.;]{0,20}?\\bfrom\\s+(?:\\d{1,2}\\s+\\p{L}+|\\p{L}+\\s+\\d{1,2})\\b(?!,?\\s+\\d{4})",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FROM_MONTH = Pattern.compile(
            "\\b(?:from|for|as\\s+of|beginning|starting|commencing|effective)\\s+(?:with\\s+|from\\s+)?(?:the\\s+month\\s+of\\s+)?(?<month>(?:January|February|March|April|May|June|July|August|September|October|November|December)\\s+\\d{4})\\b",
            Pattern.CASE_INSENSITIVE);

    private MinimumPeriod() {}

    static Optional<TypedValue> of(String text) {
        if (FROM_TO.matcher(text).find()) {
            return Optional.of(every("year"));
        }
        return Values.frequency(text).or(() -> named(text));
    }

    /** The first day of a month from which something holds: {@code for the month of May 2026 and every month thereafter}. */
    static Optional<TypedValue> firstDay(String text) {
        Matcher month = FROM_MONTH.matcher(text);
        return month.find()
                ? Values.DATES.findFirst("1 " + month.group("month")).map(ValueMatch::value)
                : Optional.empty();
    }

    private static Optional<TypedValue> named(String text) {
        Matcher unit = NAMED.matcher(text);
        return unit.find() ? Optional.of(every(unit.group("unit"))) : Optional.empty();
    }

    private static TypedValue every(String unit) {
        String plain = unit.toLowerCase(Locale.ROOT);
        return new TypedValue.Length(
                plain.startsWith("half")
                        ? new TimeSpan(6, TimeSpan.Unit.MONTHS)
                        : new TimeSpan(1, TimeSpan.Unit.valueOf(plain.toUpperCase(Locale.ROOT) + "S")));
    }
}
