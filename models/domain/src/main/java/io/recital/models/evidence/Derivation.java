package io.recital.models.evidence;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a value that no contract states as such was arrived at, so that a reader can do the sum again.
 *
 * @param inputs in the order in which the operation takes them; at least one
 * @param result for a reader, in the unit of the inputs where the operation keeps it
 */
public record Derivation(Operation operation, List<Input> inputs, String result) {
    /** What was done with the inputs. */
    public enum Operation {
        COUNT,
        SUM,
        DIFFERENCE,
        PRODUCT,
        QUOTIENT,
        /** How often the second number goes wholly into the first, such as full weeks in days. */
        WHOLE_QUOTIENT,
        /** How often the second number has at least begun to go into the first, such as commenced weeks in days. */
        COMMENCED_QUOTIENT,
        /** How much the first number is for each so many of the second, as the third says (100 for percent); rounded or cut off. */
        RATE,
        /** What a band gives to a number that falls in it: the number, then what the band gives. */
        BAND,
        LEAST,
        GREATEST,
        /** A share of an amount: percent, then amount. */
        PERCENT_OF,
        /** What a {@link Formula} gives: the formula, then the values of its names in the order in which they stand there. */
        FORMULA,
        /** A day so long after another: day, then time span, then the places whose holidays are no business days if any. */
        DAY_AFTER,
        /** A day so long before another: day, then time span. */
        DAY_BEFORE,
        /** The days from the first day to the second. */
        DAYS_BETWEEN,
        /** The business days after the first day up to the second and including it: both days, then the places as above. */
        BUSINESS_DAYS_BETWEEN
    }

    /**
     * A value that goes in.
     *
     * @param what it is, such as {@code payment term, Master Supply Agreement}
     * @param value for a reader, such as {@code 30 days}
     * @param citation where a contract states it; null for what a fact, the question or the calendar gives
     * @param cell where a performance fact says it; null for what a contract, the question or the calendar gives
     */
    public record Input(
            String what,
            String value,
            @Nullable Citation citation,
            @Nullable FactCell cell) {
        public Input {
            requireNonNull(what, "what");
            requireNonNull(value, "value");
        }

        public Input(String what, String value, @Nullable Citation citation) {
            this(what, value, citation, null);
        }

        /** What a cell of a performance fact says. */
        public static Input of(String what, String value, FactCell cell) {
            return new Input(what, value, null, cell);
        }
    }

    public Derivation {
        requireNonNull(operation, "operation");
        requireNonNull(result, "result");
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("A derivation begins with something");
        }
    }
}
