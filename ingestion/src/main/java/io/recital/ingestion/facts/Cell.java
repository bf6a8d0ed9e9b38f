package io.recital.ingestion.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table. A workbook says of a cell that it is a number or a date; in a CSV file everything is text.
 *
 * @param text as written; of a number or date in its plain form
 * @param number what the file itself says is a number
 * @param date what the file itself says is a date
 */
record Cell(
        String text, @Nullable BigDecimal number, @Nullable LocalDate date) {
    static final Cell EMPTY = new Cell("", null, null);

    static Cell of(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? EMPTY : new Cell(stripped, null, null);
    }

    static Cell of(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        BigDecimal shown = plain.scale() < 0 ? plain.setScale(0) : plain;
        return new Cell(shown.toPlainString(), shown, null);
    }

    static Cell of(LocalDate date) {
        return new Cell(date.toString(), null, date);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
