package io.recital.retrieval.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the days and months that a text names. */
public final class Dates {
    private static final String MONTH =
            "(?<%s>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
                    + "|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
    private static final Pattern DATE = Pattern.compile("\\b(?:(?<d1>\\d{1,2})(?:st|nd|rd|th|\\.)? (?:day of )?"
            + MONTH.formatted("m1") + ",? (?<y1>\\d{4})|" + MONTH.formatted("m2")
            + " (?<d2>\\d{1,2})(?:st|nd|rd|th)?,? (?<y2>\\d{4})|" + MONTH.formatted("m3")
            + " (?<y3>\\d{4})|(?<y4>\\d{4})-(?<m4>\\d{2})-(?<d4>\\d{2})"
            + "|(?<d5>\\d{1,2})\\.(?<m5>\\d{1,2})\\.(?<y5>\\d{4}))\\b");

    /**
     * A day or a month that a text names.
     *
     * @param first day of it
     * @param last day of it; the same for a day
     * @param start index into the text
     * @param end index behind it
     */
    public record Named(LocalDate first, LocalDate last, int start, int end) {}

    private Dates() {}

    /** All that are named, in the order of the text. */
    public static List<Named> in(String text) {
        List<Named> found = new ArrayList<>();
        Matcher matcher = DATE.matcher(text);
        while (matcher.find()) {
            read(matcher).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Named> read(Matcher m) {
        try {
            if (m.group("y3") != null) {
                YearMonth month = YearMonth.of(Integer.parseInt(m.group("y3")), month(m.group("m3")));
                return Optional.of(new Named(month.atDay(1), month.atEndOfMonth(), m.start(), m.end()));
            }
            LocalDate day = day(m);
            return Optional.of(new Named(day, day, m.start(), m.end()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Matcher m) {
        if (m.group("y1") != null) {
            return LocalDate.of(number(m, "y1"), month(m.group("m1")), number(m, "d1"));
        }
        if (m.group("y2") != null) {
            return LocalDate.of(number(m, "y2"), month(m.group("m2")), number(m, "d2"));
        }
        String form = m.group("y4") != null ? "4" : "5";
        return LocalDate.of(number(m, "y" + form), number(m, "m" + form), number(m, "d" + form));
    }

    private static int number(Matcher m, String group) {
        return Integer.parseInt(m.group(group));
    }

    private static Month month(String name) {
        String begin = name.substring(0, 3).toUpperCase(Locale.ROOT);
        for (Month month : Month.values()) {
            if (month.name().startsWith(begin)) {
                return month;
            }
        }
        throw new DateTimeException("Not a month");
    }
}
