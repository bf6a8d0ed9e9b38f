package io.recital.models.ledger.stated;

import io.recital.models.fact.FactColumns;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.finding.TimeSpan;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day that a check names: {@code start}, {@code end}, {@code year} (when the year of the period began), a date, or a
 * column of the row at hand, with a time span added or taken away, such as {@code end + 2 months}.
 *
 * @param of the word before the time span
 * @param span null where there is none
 */
record Moment(String of, @Nullable TimeSpan span, boolean before) {
    private static final Pattern FORM = Pattern.compile(
            "\\s*(?<of>[a-z_]+|\\d{4}-\\d{2}-\\d{2})\\s*(?:(?<sign>[+-])\\s*(?<count>\\d{1,4})\\s+(?<unit>(?:business )?days?|weeks?|months?|quarters?|years?))?\\s*");

    static Moment parse(String text) {
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "“" + text
                            + "” names no day: write start, end, year, a date or a column of the row, and then such as + 2 months");
        }
        return new Moment(form.group("of"), span(form), "-".equals(form.group("sign")));
    }

    private static @Nullable TimeSpan span(Matcher form) {
        if (form.group("count") == null) {
            return null;
        }
        String unit = form.group("unit").toUpperCase(Locale.ROOT).replace(' ', '_');
        return new TimeSpan(
                Integer.parseInt(form.group("count")), TimeSpan.Unit.valueOf(unit.endsWith("S") ? unit : unit + "S"));
    }

    /** Whether it can be told without a row at hand. */
    boolean isOfThePeriod() {
        return of.matches("start|end|year|\\d.*");
    }

    /** The day; empty where the row says nothing in the column. */
    Optional<LocalDate> of(CheckedPeriod period) {
        return anchor(period).map(this::moved);
    }

    /** Whole months stay whole: two months after the last day of February end on the last day of April. */
    private LocalDate moved(LocalDate day) {
        if (span == null) {
            return day;
        }
        LocalDate moved = before ? span.before(day) : span.after(day);
        boolean months = span.unit() == TimeSpan.Unit.MONTHS
                || span.unit() == TimeSpan.Unit.QUARTERS
                || span.unit() == TimeSpan.Unit.YEARS;
        return months && of.equals("end") && day.getDayOfMonth() == day.lengthOfMonth()
                ? moved.withDayOfMonth(moved.lengthOfMonth())
                : moved;
    }

    private Optional<LocalDate> anchor(CheckedPeriod at) {
        return switch (of) {
            case "start" -> Optional.of(at.period().from());
            case "end" -> Optional.of(at.period().to());
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
