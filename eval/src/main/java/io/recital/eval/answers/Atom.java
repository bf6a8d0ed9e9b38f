package io.recital.eval.answers;

import java.math.BigDecimal;

/**
 * One value in a text, in a form in which equal values are equal however they were written.
 *
 * @param sort {@code date}, {@code percent}, {@code number}, the code of a currency, or the unit of a time span
 */
record Atom(String sort, String value) {
    static Atom of(String sort, BigDecimal value) {
        return new Atom(
                sort, value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
    }

    static Atom number(BigDecimal value) {
        return of("number", value);
    }
}
