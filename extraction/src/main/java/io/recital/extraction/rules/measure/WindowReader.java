package io.recital.extraction.rules.measure;

import io.recital.extraction.rules.value.DurationParser;
import io.recital.extraction.rules.value.FrequencyParser;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads over what a measure is measured: {@code in each calendar month}, {@code monthly}, {@code a rolling 12-month period}. */
final class WindowReader {
    private static final Pattern PERIOD = Pattern.compile(
            "\\b(?:(?:in|during|over|within|for|of|the|such|that|a|any|no|per|each|every)\\s+)(?:given\\s+|single\\s+)?(?:calendar|service|billing|reporting|contract|measurement|full)?\\s*(?<unit>month|quarter|year|week)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ROLLING = Pattern.compile(
            "(?:rolling|running|moving|consecutive)\\s+(?:period\\s+of\\s+)?(?=\\w+)|(?=\\s*(?:rolling|running)\\s+(?:average|period|window))",
            Pattern.CASE_INSENSITIVE);

    private final FrequencyParser frequencies = new FrequencyParser();
    private final DurationParser durations = new DurationParser();

    /** The window that a sentence names. */
    Optional<TimeSpan> inSentence(String words) {
        if (ROLLING.matcher(words).find()) {
            Optional<TimeSpan> rolling = durations.findAll(words).stream()
                    .filter(match -> words.substring(
                                    Math.max(0, match.start() - 12), Math.min(words.length(), match.end() + 12))
                            .matches("(?is).*(?:rolling|running|moving).*"))
                    .flatMap(match -> length(match).stream())
                    .findFirst();
            if (rolling.isPresent()) {
                return rolling;
            }
        }
        return frequencies.findAll(words).stream()
                .flatMap(match -> length(match).stream())
                .filter(span -> span.unit() != TimeSpan.Unit.HOURS)
                .findFirst()
                .or(() -> period(words));
    }

    /** The window that a table cell names. */
    Optional<TimeSpan> inCell(String words) {
        return inSentence(words)
                .or(() -> durations.findFirst(words).flatMap(WindowReader::length))
                .or(() -> period("a " + words));
    }

    private static Optional<TimeSpan> period(String words) {
        Matcher matcher = PERIOD.matcher(words);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (matcher.group("unit").toLowerCase(Locale.ROOT)) {
                    case "week" -> new TimeSpan(1, TimeSpan.Unit.WEEKS);
                    case "month" -> new TimeSpan(1, TimeSpan.Unit.MONTHS);
                    case "quarter" -> new TimeSpan(1, TimeSpan.Unit.QUARTERS);
                    default -> new TimeSpan(1, TimeSpan.Unit.YEARS);
                });
    }

    private static Optional<TimeSpan> length(ValueMatch match) {
        return match.value() instanceof TypedValue.Length length ? Optional.of(length.value()) : Optional.empty();
    }
}
