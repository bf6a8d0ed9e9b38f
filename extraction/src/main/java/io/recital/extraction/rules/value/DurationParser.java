package io.recital.extraction.rules.value;

import io.recital.extraction.rules.wording.Cue;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads lengths of time: {@code thirty (30) days}, {@code 10 Business Days}, {@code net 45}, {@code a calendar quarter}. */
public final class DurationParser implements ValueParser {
    private static final String UNIT =
            "(?<unit>(?:business|working|banking|trading)\\s+(?:days?|hours?)|minutes?|hours?"
                    + "|days?|weeks?|months?|quarters?|years?)(?![A-Za-z])";
    private static final String ADJECTIVES =
            "(?:(?:consecutive|full|calendar|additional|successive|further|contract|more"
                    + "|complete|continuous|clear|elapsed|prior|contiguous)\\s+)*";
    private static final Pattern COUNTED = Pattern.compile(
            Numeral.regex() + "\\s*+[-–]?+\\s*+" + ADJECTIVES + UNIT
                    + "(?:\\s*\\(\\s*(?<repeat>" + Numeral.FIGURES + ")\\s+" + ADJECTIVES
                    + "(?:(?:business|working)\\s+)?(?:days?|months?|years?|hours?|weeks?)\\s*\\))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NET = Pattern.compile(
            "\\bnet[\\s-]+(?:" + NumberWords.REGEX + "\\s*\\(\\s*)?(?<figures>\\d{1,3})(?![\\d.,%])\\)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SINGLE = Pattern.compile(
            "\\b(?:an?|any|each|every|per|one)\\s+(?<unit>(?:calendar|fiscal|contract)\\s+(?:quarters?|months?|years?|weeks?|days?))\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<ValueMatch> findAll(String text) {
        List<ValueMatch> matches = new ArrayList<>();
        if (Cue.mayFind(COUNTED, text)) {
            Matcher counted = COUNTED.matcher(text);
            while (counted.find()) {
                lengthOf(counted)
                        .ifPresent(value -> matches.add(new ValueMatch(counted.start(), counted.end(), value)));
            }
        }
        if (Cue.mayFind(NET, text) || Cue.mayFind(SINGLE, text)) {
            addOthers(text, matches);
        }
        matches.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return matches;
    }

    private static void addOthers(String text, List<ValueMatch> matches) {
        Matcher net = NET.matcher(text);
        while (net.find()) {
            TimeSpan days = new TimeSpan(Integer.parseInt(net.group("figures")), TimeSpan.Unit.DAYS);
            addUnlessTaken(matches, new ValueMatch(net.start(), net.end(), new TypedValue.Length(days)));
        }
        Matcher single = SINGLE.matcher(text);
        while (single.find()) {
            TimeSpan one = new TimeSpan(1, unitOf(single.group("unit")));
            addUnlessTaken(matches, new ValueMatch(single.start(), single.end(), new TypedValue.Length(one)));
        }
    }

    private static void addUnlessTaken(List<ValueMatch> matches, ValueMatch match) {
        if (matches.stream().noneMatch(match::overlaps)) {
            matches.add(match);
        }
    }

    private static Optional<TypedValue> lengthOf(Matcher matcher) {
        TimeSpan.Unit unit = unitOf(matcher.group("unit"));
        Numeral numeral = Numeral.of(matcher);
        @Nullable String repeat = matcher.group("repeat");
        if (repeat != null && numeral.figures() == null) {
            numeral = new Numeral(numeral.words(), repeat, numeral.redaction());
        }
        return numeral.as(count -> span(count, unit).map(TypedValue.Length::new));
    }

    private static Optional<TimeSpan> span(BigDecimal count, TimeSpan.Unit unit) {
        if (count.compareTo(BigDecimal.valueOf(100_000)) > 0) {
            return Optional.empty();
        }
        if (count.stripTrailingZeros().scale() <= 0) {
            return Optional.of(new TimeSpan(count.intValueExact(), unit));
        }
        return switch (unit) {
            case HOURS -> Optional.of(new TimeSpan(times(count, 60), TimeSpan.Unit.MINUTES));
            case YEARS -> Optional.of(new TimeSpan(times(count, 12), TimeSpan.Unit.MONTHS));
            default -> Optional.empty();
        };
    }

    private static int times(BigDecimal count, int factor) {
        return count.multiply(BigDecimal.valueOf(factor))
                .setScale(0, RoundingMode.HALF_UP)
                .intValue();
    }

    private static TimeSpan.Unit unitOf(String words) {
        String unit = words.toLowerCase(Locale.ROOT);
        boolean business = unit.startsWith("business") || unit.startsWith("working") || unit.startsWith("banking");
        String last = unit.substring(unit.lastIndexOf(' ') + 1).replaceFirst("\\s", "");
        if (last.startsWith("minute")) {
            return TimeSpan.Unit.MINUTES;
        }
        if (last.startsWith("hour")) {
            return business ? TimeSpan.Unit.BUSINESS_HOURS : TimeSpan.Unit.HOURS;
        }
        if (last.startsWith("week")) {
            return TimeSpan.Unit.WEEKS;
        }
        if (last.startsWith("month")) {
            return TimeSpan.Unit.MONTHS;
        }
        if (last.startsWith("quarter")) {
            return TimeSpan.Unit.QUARTERS;
        }
        if (last.startsWith("year")) {
            return TimeSpan.Unit.YEARS;
        }
        return business || unit.startsWith("trading") ? TimeSpan.Unit.BUSINESS_DAYS : TimeSpan.Unit.DAYS;
    }
}
