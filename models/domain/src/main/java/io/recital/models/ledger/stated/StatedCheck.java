package io.recital.models.ledger.stated;

import static java.util.Objects.requireNonNull;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.evidence.Formula;
import io.recital.models.fact.FactColumns;
import io.recital.models.fact.FactKind;
import io.recital.models.finding.CheckInput;
import io.recital.models.finding.ClauseCheck;
import io.recital.models.finding.Finding;
import io.recital.models.finding.RowSelection;
import io.recital.models.ledger.LeakageClass;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * A clause check of which all that it names is there: the class, the currency, the columns, the days, and the figures in its
 * quotes.
 *
 * @param leakage what a positive amount is; null for a breach
 * @param currency of the amount; null for a breach
 * @param calendar which days are business days
 * @param finding the words it rests on
 */
public record StatedCheck(
        ClauseCheck check,
        @Nullable LeakageClass leakage,
        @Nullable CurrencyUnit currency,
        List<Formula> steps,
        @Nullable Formula when,
        BusinessCalendar calendar,
        Finding finding) {
    public StatedCheck {
        requireNonNull(check, "check");
        requireNonNull(finding, "finding");
        steps = List.copyOf(steps);
    }

    /** Makes it ready; an {@link IllegalArgumentException} says what has to be written otherwise. */
    public static StatedCheck of(ClauseCheck check, Finding finding) {
        Set<String> known = new HashSet<>(Set.of("start", "end", "today"));
        for (CheckInput input : check.inputs()) {
            refuseUnknown(input, check, finding);
            StatedNames.refuseUnknown(input, check, known);
            known.add(input.name().toLowerCase(Locale.ROOT));
        }
        if (check.each() != null) {
            refuseUnknown(check.each(), null);
            if (check.each().from() != null
                    || check.each().to() != null
                    || check.each().on() != null) {
                throw new IllegalArgumentException(
                        "'each' takes all rows that say so: bound them by the check's own 'from' and 'to', or by 'where'");
            }
        }
        if (check.until() != null) {
            refuseUnknownDay(check.until(), check.each());
        }
        boolean breach = check.outcome().equals(ClauseCheck.BREACH);
        return new StatedCheck(
                check,
                breach ? null : leakage(check.outcome()),
                check.currency() == null ? null : currency(check.currency()),
                check.steps().stream().map(step -> new Formula(step.formula())).toList(),
                check.when() == null ? null : new Formula(check.when()),
                calendar(check.calendar()),
                finding);
    }

    private static BusinessCalendar calendar(@Nullable String places) {
        BusinessCalendar calendar = places == null ? BusinessCalendar.WEEKDAYS : BusinessCalendar.of(places);
        if (places != null && calendar.places().isEmpty()) {
            throw new IllegalArgumentException("No holidays are known of “" + places
                    + "”: 'calendar' names countries or parts of them, such as England and Wales, Germany or New York");
        }
        return calendar;
    }

    private static LeakageClass leakage(String outcome) {
        return Arrays.stream(LeakageClass.values())
                .filter(each -> each.label().equals(outcome))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no outcome “" + outcome + "”: write breach, "
                        + Arrays.stream(LeakageClass.values())
                                .map(LeakageClass::label)
                                .collect(Collectors.joining(", "))));
    }

    private static CurrencyUnit currency(String code) {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException e) {
            throw new IllegalArgumentException("There is no currency “" + code + "”: write its code, such as EUR", e);
        }
    }

    private static void refuseUnknown(CheckInput input, ClauseCheck check, Finding finding) {
        if (input instanceof CheckInput.Written written) {
            WrittenFigure.of(written);
            if (WrittenFigure.quote(finding, written.written()).isEmpty()) {
                throw new IllegalArgumentException(
                        "“" + written.written() + "” stands in none of the quotes: quote the words that say it");
            }
        } else if (input instanceof CheckInput.Rows rows) {
            refuseUnknown(rows.rows(), check.each());
            if (rows.column() != null) {
                refuseUnknown(RowPool.kind(rows.rows()), rows.column());
            }
            CellText.refuseWithoutFigure(rows.pattern());
        } else if (input instanceof CheckInput.Cell cell) {
            if (check.each() == null) {
                throw new IllegalArgumentException("The input “" + cell.name()
                        + "” takes a column of the row at hand, and there is none without 'each'");
            }
            refuseUnknown(RowPool.kind(check.each()), cell.column());
            CellText.refuseWithoutFigure(cell.pattern());
        }
    }

    private static void refuseUnknown(RowSelection rows, @Nullable RowSelection each) {
        FactKind kind = RowPool.kind(rows);
        rows.where().keySet().forEach(column -> refuseUnknown(kind, column));
        for (RowFilter filter : RowPool.filters(rows)) {
            if (filter.needsARow()) {
                if (each == null) {
                    throw new IllegalArgumentException(
                            "“" + filter.wanted() + "” compares with a row at hand: 'each' names none");
                }
                refuseUnknown(RowPool.kind(each), filter.columnAtHand());
            }
        }
        if (rows.on() != null) {
            refuseUnknown(kind, rows.on());
        }
        Stream.of(rows.from(), rows.to())
                .filter(day -> day != null && !day.equals("always"))
                .forEach(day -> refuseUnknownDay(requireNonNull(day), each));
    }

    static void refuseUnknownDay(String day, @Nullable RowSelection each) {
        Moment moment = Moment.parse(day);
        if (!moment.isOfThePeriod()) {
            if (each == null) {
                throw new IllegalArgumentException(
                        "“" + moment.of() + "” is no day of a period: write start, end or year");
            }
            refuseUnknown(RowPool.kind(each), moment.of());
        }
    }

    private static void refuseUnknown(FactKind kind, String column) {
        if (!FactColumns.names(kind).contains(column)) {
            throw new IllegalArgumentException("Rows of the kind " + kind.label() + " have no column “" + column
                    + "”; they have " + String.join(", ", FactColumns.names(kind)));
        }
    }
}
