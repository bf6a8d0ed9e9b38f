package io.recital.ingestion.segment;

import java.util.List;

/**
 * One reading of the number in front of a clause; {@code (i)} has two, a letter and a roman numeral.
 *
 * @param form how it is punctuated, so that {@code (a)} and {@code a.} are lists of their own
 * @param printed as it is cited, such as {@code 7.2}, {@code b}, {@code Article IV}, {@code Schedule 3}
 * @param numbers its value, one number for each level it states
 */
record Label(LabelKind kind, String form, String printed, List<Integer> numbers) {
    Label {
        numbers = List.copyOf(numbers);
    }

    int value() {
        return numbers.get(numbers.size() - 1);
    }

    int depth() {
        return numbers.size();
    }

    /** Whether both count in the same list. */
    boolean isLike(Label other) {
        return kind == other.kind && form.equals(other.form) && depth() == other.depth();
    }

    /** Whether this number names the other as the level above it, as 7.2 does 7. */
    boolean isUnder(Label other) {
        return depth() == other.depth() + 1 && numbers.subList(0, other.depth()).equals(other.numbers);
    }
}
