package io.recital.ingestion.facts;

import io.recital.models.fact.Direction;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/** Reads the value of a cell as its field says; what cannot be read is refused with the reason. */
final class CellReading {
    private static final int LONGEST_SHOWN = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm[:ss][.SSS]", Locale.ROOT);
    private static final Map<String, String> SIGNS = Map.of("€", "EUR", "£", "GBP");
    private static final Set<String> RECEIVED =
            Set.of("received", "in", "incoming", "inbound", "purchase", "payable", "ap", "eingang", "kreditor");
    private static final Set<String> ISSUED =
            Set.of("issued", "out", "outgoing", "outbound", "sales", "receivable", "ar", "ausgang", "debitor");

    private CellReading() {}

    /** The value, or an exception whose message says what is wrong with the cell. */
    static Object value(FactField field, Cell cell, Way way) {
        Object value = find(field, cell, way);
        if (value == null) {
            throw new IllegalArgumentException(problem(field, cell));
        }
        return value;
    }

    private static @Nullable Object find(FactField field, Cell cell, Way way) {
        return switch (field.type()) {
            case TEXT -> cell.text();
            case DATE -> cell.date() != null ? cell.date() : date(cell, way);
            case MONTH -> DateText.month(cell);
            case TIME -> time(cell.text());
            case DECIMAL -> cell.number() != null ? cell.number() : number(cell, way);
            case WHOLE_NUMBER -> wholeNumber(cell);
            case CURRENCY -> currency(cell.text());
            case DIRECTION -> direction(cell.text().toLowerCase(Locale.ROOT));
        };
    }

    private static @Nullable LocalDate date(Cell cell, Way way) {
        return DateText.date(cell.text()).in(way);
    }

    private static @Nullable BigDecimal number(Cell cell, Way way) {
        return NumberText.number(cell.text()).in(way);
    }

    private static @Nullable LocalTime time(String text) {
        try {
            return LocalTime.parse(text, TIME);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Integer wholeNumber(Cell cell) {
        try {
            return new BigDecimal(cell.text()).intValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable CurrencyUnit currency(String text) {
        try {
            return CurrencyUnit.of(SIGNS.getOrDefault(text, text.toUpperCase(Locale.ROOT)));
        } catch (IllegalCurrencyException e) {
            return null;
        }
    }

    private static @Nullable Direction direction(String text) {
        return RECEIVED.contains(text) ? Direction.RECEIVED : ISSUED.contains(text) ? Direction.ISSUED : null;
    }

    private static String problem(FactField field, Cell cell) {
        String text = cell.text().length() <= LONGEST_SHOWN
                ? cell.text()
                : cell.text().substring(0, LONGEST_SHOWN) + "…";
        String written = field.name() + " is \"" + text + "\", ";
        return written
                + switch (field.type()) {
                    case DATE ->
                        DateText.date(cell.text()).isNone()
                                ? "which is no date; write it as 2026-06-30"
                                : "which can be day-first or month-first, and the column does not tell which;"
                                        + " state \"dates\": \"day-first\" or \"month-first\" in the mapping";
                    case DECIMAL ->
                        NumberText.number(cell.text()).isNone()
                                ? "which is no number; write it as 1234.50, without a currency"
                                : "which can have a decimal point or a decimal comma, and the column does not tell which;"
                                        + " state \"decimals\": \"point\" or \"comma\" in the mapping";
                    case MONTH -> "which is no month; write it as 2026-06";
                    case TIME -> "which is no time; write it as 14:30";
                    case WHOLE_NUMBER -> "which is no whole number";
                    case CURRENCY -> "which is no currency; write its code, such as EUR";
                    case DIRECTION -> "where \"received\" or \"issued\" is expected";
                    case TEXT -> "which cannot be read";
                };
    }
}
