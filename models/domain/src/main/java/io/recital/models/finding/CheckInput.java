package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Where a clause check takes a number or a day from. */
public sealed interface CheckInput {
    /** Under which name formulas take it. */
    String name();

    /**
     * A figure as the contract writes it, in one of the quotes that the check rests on.
     *
     * @param written such as {@code £1.92}, {@code 97.0%} or {@code forty (40)}
     * @param value what it is where its writing leaves a doubt; null to read it from the writing
     */
    record Written(String name, String written, @Nullable BigDecimal value) implements CheckInput {
        public Written {
            requireNonNull(name, "An input has a name");
            requireNonNull(written, "An input that is written in the contract says how: 'written'");
        }
    }

    /**
     * What rows of facts come to.
     *
     * @param column whose values are taken; null only to count rows
     * @param pattern where in a column of words the figure stands, such as {@code valid # to *}; null for a column of figures
     * @param ifNone what it is where no row fits; null where the check can then not be computed
     */
    record Rows(
            String name,
            RowSelection rows,
            Take take,
            @Nullable String column,
            @Nullable String pattern,
            @Nullable BigDecimal ifNone)
            implements CheckInput {
        public Rows {
            requireNonNull(name, "An input has a name");
            requireNonNull(rows, "An input from rows says which: 'rows'");
            requireNonNull(
                    take,
                    "An input from rows says what it takes: 'take' is sum, count, least, greatest, average, first, last or only");
            if (column == null && take != Take.COUNT) {
                throw new IllegalArgumentException("The input “" + name + "” names the column that it takes");
            }
        }
    }

    /**
     * A value of the row that is looked at, in a check for every row.
     *
     * @param pattern where in a column of words the figure stands; null for a column of figures
     */
    record Cell(String name, String column, @Nullable String pattern) implements CheckInput {
        public Cell {
            requireNonNull(name, "An input has a name");
            requireNonNull(column, "An input from the row names its column");
        }
    }

    /** What of several values counts. */
    enum Take {
        SUM,
        /** How many rows there are. */
        COUNT,
        LEAST,
        GREATEST,
        AVERAGE,
        /** That of the earliest row. */
        FIRST,
        /** That of the latest row. */
        LAST,
        /** That of the one row there is; of several none. */
        ONLY
    }
}
