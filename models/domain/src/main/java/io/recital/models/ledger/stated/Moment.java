package io.recital.models.ledger.stated;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.fact.FactColumns;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.finding.TimeSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day that a check names: {@code start}, {@code end}, when the {@code month}, {@code quarter} or {@code half} of the
 * calendar began in which the period ends, {@code year} (when the year of the period began), a date, or a column of the
 * row at hand; with time spans added or taken away in their order, such as {@code quarter + 6 months - 1 day}.
 *
 * @param of the word before the time spans
 */
record Moment(String of, List<Shift> shifts) {
    private static final String SPAN =
            "\\s*([+-])\\s*(\\d{1,4})\\s+((?:business )?days?|weeks?|months?|quarters?|years?)";
    private static final Pattern ONE = Pattern.compile(SPAN);
    private static final Pattern FORM =
            Pattern.compile("\\s*(?<of>[a-z_]+|\\d{4}-\\d{2}-\\d{2})(?<spans>(?:" + SPAN + ")*)\\s*");

    /** A time span that is added or taken away. */
    record Shift(TimeSpan span, boolean before) {
        /** Whole months stay whole: two months after the last day of February end on the last day of April. */
        LocalDate of(LocalDate day, boolean wholeMonths, BusinessCalendar calendar) {
            LocalDate moved = before ? span.before(day, calendar) : span.after(day, calendar);
            boolean months = span.unit() == TimeSpan.Unit.MONTHS
                    || span.unit() == TimeSpan.Unit.QUARTERS
                    || span.unit() == TimeSpan.Unit.YEARS;
            return months && wholeMonths && day.getDayOfMonth() == day.lengthOfMonth()
                    ? moved.withDayOfMonth(moved.lengthOfMonth())
                    : moved;
        }
    }

    Moment {
        shifts = List.copyOf(shifts);
    }

    static Moment parse(String text) {
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "“" + text + "” names no day: write start, end, month, quarter, half, year,"
                            + " a date or a column of the row, and then such as + 2 months - 1 day");
        }
        return new Moment(
                form.group("of"),
                ONE.matcher(form.group("spans")).results().map(Moment::shift).toList());
    }

    private static Shift shift(MatchResult span) {
        String unit = span.group(3).toUpperCase(Locale.ROOT).replace(' ', '_');
        return new Shift(
                new TimeSpan(
                        Integer.parseInt(span.group(2)), TimeSpan.Unit.valueOf(unit.endsWith("S") ? unit : unit + "S")),
                span.group(1).equals("-"));
    }

    /** Whether it can be told without a row at hand. */
    boolean isOfThePeriod() {
        return of.matches("start|end|month|quarter|half|year|\\d.*");
    }

    /** The day; empty where the row says nothing in the column. */
    Optional<LocalDate> of(CheckedPeriod period) {
        return anchor(period).map(day -> moved(day, period.calendar()));
    }

    private LocalDate moved(LocalDate anchor, BusinessCalendar calendar) {
        LocalDate day = anchor;
        for (Shift shift : shifts) {
            day = shift.of(day, of.equals("end"), calendar);
        }
        return day;
    }

    private Optional<LocalDate> anchor(CheckedPeriod at) {
        return switch (of) {
            case "start" -> Optional.of(at.period().from());
            case "end" -> Optional.of(at.period().to());
            case "month" -> Optional.of(CheckedPeriod.calendar(at.period().to(), 1));
            case "quarter" -> Optional.of(CheckedPeriod.calendar(at.period().to(), 3));
            case "half" -> Optional.of(CheckedPeriod.calendar(at.period().to(), 6));
            case "year" -> Optional.of(at.year());
            default ->
                of.matches("\\d.*")
                        ? Optional.of(LocalDate.parse(of))
                        : Optional.ofNullable(at.row()).flatMap(this::cell);
        };
    }

    private Optional<LocalDate> cell(PerformanceFact row) {
        return FactColumns.find(row, of).filter(LocalDate.class::isInstance).map(LocalDate.class::cast);
    }
}
