package io.recital.samples.truth;

import io.recital.samples.facts.FactRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input with its value.
 *
 * @param number null for a date
 * @param date null for a number
 * @param rows the facts that it rests on
 * @param source where it comes from, for a reader
 */
public record Given(@Nullable BigDecimal number, @Nullable LocalDate date, List<FactRow> rows, String source) {
    public Given {
        rows = List.copyOf(rows);
    }

    static Given of(BigDecimal number, List<FactRow> rows, String source) {
        return new Given(number, null, rows, source);
    }

    static Given of(LocalDate date, List<FactRow> rows, String source) {
        return new Given(null, date, rows, source);
    }

    public String display() {
        return number == null ? String.valueOf(date) : number.toPlainString();
    }
}
