package io.recital.extraction.rules.value;

import io.recital.models.finding.TypedValue;
import io.recital.models.wording.SpelledNumber;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads calendar days in the usual spellings; a blank day ({@code ___ day of March}) is no date. */
public final class DateParser implements ValueParser {
    /** What the first number of {@code 03/04/2021} counts. */
    public enum Order {
        MONTH_FIRST,
        DAY_FIRST
    }

    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December"
                    + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?";
    private static final String ORDINAL_WORDS =
            "(?:(?:twenty|thirty)[\\s-]+)?(?:first|second|third|fourth|fifth|sixth|seventh"
                    + "|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth"
                    + "|nineteenth|twentieth|thirtieth)";
    private static final String DAY = "(?:\\d{1,2}|" + ORDINAL_WORDS + ")";
    private static final String YEAR = "(?:\\d{4}|'\\d{2})(?!\\d)";
    private static final Pattern DATE = Pattern.compile(
            "(?=[\\djfmasonedt\\[(*x<])(?:(?<!\\w)|(?=[\\[(*x<]))(?:\\b(?<m1>" + MONTH
                    + ")\\s*+(?<d1>\\d{1,2})(?!\\d)\\s*+(?:s\\s?t|n\\s?d|r\\s?d|t\\s?h)?+\\s*+(?:[,.]\\s*+)?+(?<y1>"
                    + YEAR + ")|"
                    + "(?<![\\w./-])(?<d2>" + DAY
                    + ")\\s*+(?:s\\s?t|n\\s?d|r\\s?d|t\\s?h)?\\s*+(?:-|,)?+\\s*+(?:\\(\\d{1,2}(?:s\\s?t|n\\s?d|r\\s?d|t\\s?h)?\\)\\s*+)?"
                    + "(?:day\\s*+)?(?:of\\s+)?(?:the\\s+month\\s+of\\s+)?(?<m2>" + MONTH
                    + ")\\s*+(?:-|,|of)?+\\s*+(?:in\\s+the\\s+year\\s+)?(?<y2>" + YEAR + ")|"
                    + "(?<![\\w./-])(?<y3>\\d{4})-(?<m3>\\d{2})-(?<d3>\\d{2})(?![\\w-])|"
                    + "(?<![\\w./-])(?<a4>\\d{1,2})(?<sep>[/.-])(?<b4>\\d{1,2})\\k<sep>(?<y4>\\d{4}|\\d{2})(?![\\w/-]|\\.\\d)|"
                    + "(?<r5>" + Redaction.REGEX + ")\\s*+(?:day\\s+)?(?:of\\s+)?" + MONTH + "\\s*+,?\\s*+(?:" + YEAR
                    + "|"
                    + Redaction.REGEX + ")|\\b" + MONTH + "\\s+(?<r6>" + Redaction.REGEX + ")\\s*+,?\\s*+" + YEAR + ")",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final Order order;

    /** Reads ambiguous figures month first, as United States contracts do. */
    public DateParser() {
        this(Order.MONTH_FIRST);
    }

    public DateParser(Order order) {
        this.order = order;
    }

    @Override
    public List<ValueMatch> findAll(String text) {
        List<ValueMatch> matches = new ArrayList<>();
        Matcher matcher = DATE.matcher(text);
        while (matcher.find()) {
            valueOf(matcher).ifPresent(value -> matches.add(new ValueMatch(matcher.start(), matcher.end(), value)));
        }
        return matches;
    }

    private Optional<TypedValue> valueOf(Matcher matcher) {
        @Nullable String redaction = matcher.group("r5") == null ? matcher.group("r6") : matcher.group("r5");
        if (redaction != null) {
            return Optional.of(new TypedValue.Redacted(redaction));
        }
        if (matcher.group("m1") != null) {
            return day(matcher.group("y1"), month(matcher.group("m1")), Integer.parseInt(matcher.group("d1")));
        }
        if (matcher.group("m2") != null) {
            return day(matcher.group("y2"), month(matcher.group("m2")), dayNumber(matcher.group("d2")));
        }
        if (matcher.group("y3") != null) {
            return day(
                    matcher.group("y3"), Integer.parseInt(matcher.group("m3")), Integer.parseInt(matcher.group("d3")));
        }
        return figures(matcher);
    }

    private Optional<TypedValue> figures(Matcher matcher) {
        int first = Integer.parseInt(matcher.group("a4"));
        int second = Integer.parseInt(matcher.group("b4"));
        String year = matcher.group("y4");
        String separator = matcher.group("sep");
        if (year.length() == 2 && !separator.equals("/")) {
            return Optional.empty();
        }
        boolean dayFirst = first > 12 || (second <= 12 && (order == Order.DAY_FIRST || separator.equals(".")));
        return dayFirst ? day(year, second, first) : day(year, first, second);
    }

    private static Optional<TypedValue> day(String year, int month, int day) {
        int number = Integer.parseInt(year.replace("'", ""));
        int full = number >= 100 ? number : number < 70 ? 2000 + number : 1900 + number;
        if (full < 1800 || full > 2200) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TypedValue.Day(LocalDate.of(full, month, day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int month(String name) {
        return 1 + MONTHS.indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3));
    }

    private static int dayNumber(String words) {
        if (Character.isDigit(words.charAt(0))) {
            return Integer.parseInt(words);
        }
        String lower = words.toLowerCase(Locale.ROOT).strip();
        int tens =
                lower.startsWith("twenty") && !lower.startsWith("twentieth") ? 20 : lower.startsWith("thirty") ? 30 : 0;
        String rest = tens == 0 ? lower : lower.substring(6).replaceFirst("^[\\s-]+", "");
        return rest.equals("thirtieth")
                ? 30
                : tens + SpelledNumber.parseOrdinal(rest).orElse(0);
    }
}
