package io.recital.models.ledger.stated;

import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.FactColumns;
import io.recital.models.fact.PerformanceFact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number or day that a row says in a column, or that was computed from several.
 *
 * @param number of a day the days since 1970
 * @param column null where it was computed
 */
record CellValue(
        BigDecimal number,
        String display,
        PerformanceFact row,
        @Nullable String column) {
    /**
     * What stands there; empty where the row says nothing, or no figure.
     *
     * @param pattern where in words the figure stands; null in a column of figures
     */
    static Optional<CellValue> find(PerformanceFact row, String column, @Nullable String pattern) {
        Object cell = FactColumns.find(row, column).orElse("");
        if (cell instanceof LocalDate day) {
            return Optional.of(new CellValue(BigDecimal.valueOf(day.toEpochDay()), day.toString(), row, column));
        }
        if (pattern != null) {
            return CellText.find(cell.toString(), pattern)
                    .map(figure -> new CellValue(figure.number(), figure.shown(), row, column));
        }
        return cell instanceof BigDecimal number
                ? Optional.of(new CellValue(number, plain(number), row, column))
                : Optional.empty();
    }

    Input input(String what) {
        return column == null
                ? new Input(what + ", " + row.kind().label() + ":" + row.id(), display, null)
                : Input.of(what, display, new FactCell(row.kind().label(), row.id(), column));
    }

    static String plain(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        return value.scale() < 0 ? value.setScale(0).toPlainString() : value.toPlainString();
    }
}
