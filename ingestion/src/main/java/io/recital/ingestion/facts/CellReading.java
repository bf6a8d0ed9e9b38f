package io.recital.ingestion.facts;

import io.recital.models.fact.Direction;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/** Reads the value of a cell as its field says. */
final class CellReading {
    private CellReading() {}

    /** The value, or an exception whose message says what is wrong with the cell. */
    static Object value(FactField field, Cell cell) {
        try {
            return switch (field.type()) {
                case TEXT -> cell.text();
                case DATE -> cell.date() != null ? cell.date() : LocalDate.parse(cell.text());
                case MONTH -> cell.date() != null ? YearMonth.from(cell.date()) : YearMonth.parse(cell.text());
                case TIME -> LocalTime.parse(cell.text());
                case DECIMAL -> cell.number() != null ? cell.number() : new BigDecimal(cell.text());
                case WHOLE_NUMBER -> new BigDecimal(cell.text()).intValueExact();
                case CURRENCY -> CurrencyUnit.of(cell.text().toUpperCase(Locale.ROOT));
                case DIRECTION -> Direction.valueOf(cell.text().toUpperCase(Locale.ROOT));
            };
        } catch (DateTimeException | NumberFormatException | ArithmeticException | IllegalCurrencyException e) {
            throw new IllegalArgumentException(problem(field, cell), e);
        }
    }

    private static String problem(FactField field, Cell cell) {
        String expected =
                switch (field.type()) {
                    case DATE -> "a date such as 2026-06-30";
                    case MONTH -> "a month such as 2026-06";
                    case TIME -> "a time such as 14:30";
                    case DECIMAL -> "a number such as 1234.50";
                    case WHOLE_NUMBER -> "a whole number";
                    case CURRENCY -> "a currency such as EUR";
                    case DIRECTION -> "\"received\" or \"issued\"";
                    case TEXT -> "a text";
                };
        return field.name() + " is \"" + cell.text() + "\", where " + expected + " is expected";
    }
}
