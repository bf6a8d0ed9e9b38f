package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
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
     * @param column whose values are taken; null only to count rows, or with a formula
     * @param pattern where in a column of words the figure stands, such as {@code valid # to *}; null for a column of figures
     * @param ifNone what it is where no row fits; null where the check can then not be computed
     * @param formula what is taken of each row, over its columns and earlier inputs, such as
     *     {@code MAX(quantity - allowance, 0) * price}; null to take the column
     */
    record Rows(
            String name,
            RowSelection rows,
            Take take,
            @Nullable String column,
            @Nullable String pattern,
            @Nullable BigDecimal ifNone,
            @Nullable String formula)
            implements CheckInput {
        /** What a column of them says. */
        public Rows(
                String name,
                RowSelection rows,
                Take take,
                @Nullable String column,
                @Nullable String pattern,
                @Nullable BigDecimal ifNone) {
            this(name, rows, take, column, pattern, ifNone, null);
        }

        public Rows {
            requireNonNull(name, "An input has a name");
            requireNonNull(rows, "An input from rows says which: 'rows'");
            requireNonNull(
                    take,
                    "An input from rows says what it takes: 'take' is sum, count, least, greatest, average, first, last or only");
            if (column == null && formula == null && take != Take.COUNT) {
                throw new IllegalArgumentException(
                        "The input “" + name + "” names the column that it takes, or a formula over columns");
            }
            if (formula != null && (column != null || pattern != null || take == Take.COUNT)) {
                throw new IllegalArgumentException(
                        "The input “" + name + "” takes a column, a formula or the number of rows: only one of them");
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

    /**
     * What rises by a share of itself from time to time, each time on what the time before came to.
     *
     * @param base name of an earlier input: what it is before the first rise
     * @param rate name of an earlier input: percent
     * @param first when it rises first: name of an earlier input with a day, or a day such as {@code 2025-01-01}
     * @param every how often it rises
     * @param on the day by which it is asked; null for the first day of the period
     * @param places to how many decimals each rise is rounded; null where it is not
     */
    record Rise(
            String name,
            String base,
            String rate,
            String first,
            ClauseCheck.Every every,
            @Nullable String on,
            @Nullable Integer places)
            implements CheckInput {
        public Rise {
            requireNonNull(name, "An input has a name");
            requireNonNull(base, "A rise names the input that rises: 'base'");
            requireNonNull(rate, "A rise names the input by how many percent it rises: 'rate'");
            requireNonNull(first, "A rise says when it rises first: 'first'");
            requireNonNull(every, "A rise says how often it rises: 'every' is year, half-year, quarter or month");
            if (base.equalsIgnoreCase(rate)) {
                throw new IllegalArgumentException("A rise takes two inputs: 'base' and 'rate' are the same");
            }
            if (every == ClauseCheck.Every.ROW) {
                throw new IllegalArgumentException("A rise comes every year, half-year, quarter or month");
            }
            if (places != null && (places < 0 || places > 9)) {
                throw new IllegalArgumentException("A rise is rounded to 0 to 9 'places'");
            }
        }
    }

    /**
     * A day so long after another, by the calendar of the check.
     *
     * @param from name of an earlier input with a day, or a day such as {@code end} or a column of the row at hand
     * @param add name of an earlier input: how many
     * @param unit of what; business days where the contract says so
     */
    record Day(String name, String from, String add, TimeSpan.Unit unit) implements CheckInput {
        private static final Set<TimeSpan.Unit> HOURS =
                EnumSet.of(TimeSpan.Unit.MINUTES, TimeSpan.Unit.HOURS, TimeSpan.Unit.BUSINESS_HOURS);

        public Day {
            requireNonNull(name, "An input has a name");
            requireNonNull(from, "A day says from which it counts: 'from'");
            requireNonNull(add, "A day names the input that says how many are added: 'add'");
            requireNonNull(unit, "A day says in what it counts: 'unit' is business-days, days, weeks, months or years");
            if (HOURS.contains(unit)) {
                throw new IllegalArgumentException("A day counts in days or more, and not in hours");
            }
        }
    }

    /**
     * How many business days lie after one day, up to another and including it; below zero where that comes first.
     *
     * @param from name of an earlier input with a day, or a day such as {@code end} or a column of the row at hand
     * @param to likewise
     */
    record BusinessDays(String name, String from, String to) implements CheckInput {
        public BusinessDays {
            requireNonNull(name, "An input has a name");
            requireNonNull(from, "Business days lie between two days: 'from'");
            requireNonNull(to, "Business days lie between two days: 'to'");
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
