package io.recital.models.ledger.invoice;

import io.recital.models.finding.TimeSpan;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Until when a change of prices must be notified: so long before it, or by a day of the year before it.
 *
 * @param ahead null where a day is named
 * @param by null where a time is named
 */
record NoticeBefore(@Nullable TimeSpan ahead, @Nullable MonthDay by) {
    private static final String MONTHS =
            "January|February|March|April|May|June|July|August|September|October|November|December";
    private static final Pattern BY = Pattern.compile(
            "(?i)\\bnoti(?:ce|f\\w+)\\b[^.;]{0,60}?\\b(?:by|before|no\\s+later\\s+than|not\\s+later\\s+than|until|on\\s+or\\s+before)\\s+(?:the\\s+)?(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<month>"
                    + MONTHS + ")|(?<month2>" + MONTHS + ")\\s+(?<day2>\\d{1,2}))\\b");

    /** What a lever's time or else its clause says. */
    static Optional<NoticeBefore> of(@Nullable TimeSpan ahead, String clause) {
        Matcher by = BY.matcher(clause.replaceAll("\\s+", " "));
        if (by.find()) {
            String day = by.group("day") == null ? by.group("day2") : by.group("day");
            String month = by.group("month") == null ? by.group("month2") : by.group("month");
            Month named = Month.valueOf(month.toUpperCase(Locale.ROOT));
            return Optional.of(new NoticeBefore(
                    null, MonthDay.of(named, Math.min(Math.max(1, Integer.parseInt(day)), named.maxLength()))));
        }
        return ahead == null ? Optional.empty() : Optional.of(new NoticeBefore(ahead, null));
    }

    /** The last day on which a change from a day can be notified. */
    LocalDate last(LocalDate effective) {
        if (by != null) {
            LocalDate same = by.atYear(effective.getYear());
            return same.isBefore(effective) ? same : by.atYear(effective.getYear() - 1);
        }
        return ahead == null ? effective : ahead.before(effective);
    }

    /** From when a change can begin that was notified late; empty where it has to wait for its next turn. */
    Optional<LocalDate> begins(LocalDate notified) {
        return Optional.ofNullable(ahead).map(time -> time.after(notified));
    }
}
