package io.recital.models.ledger.stated;

import io.recital.models.fact.FactColumns;
import io.recital.models.fact.PerformanceFact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a column has to say: a word ({@code LAMP}, with {@code *} for any letters), one of several ({@code A|B}), none of them
 * ({@code !VOID}), a number or day in a range ({@code >0}, {@code <=2026-06-30}), anything ({@code *}), nothing ({@code -}),
 * what the row at hand says in a column ({@code =order}), or words that hold it ({@code *=order*}).
 */
record RowFilter(String column, String wanted) {
    boolean holds(PerformanceFact row, @Nullable PerformanceFact atHand) {
        Optional<Object> value = FactColumns.find(row, column);
        if (value.isEmpty()) {
            return wanted.equals("-") || wanted.startsWith("!");
        }
        return switch (wanted.charAt(0)) {
            case '-' -> !wanted.equals("-") && isOneOf(wanted, value.get());
            case '!' -> !isOneOf(wanted.substring(1), value.get());
            case '=' -> isAsAtHand(value.get(), atHand);
            case '*' -> needsARow() ? holdsAtHand(value.get(), atHand) : isOneOf(wanted, value.get());
            case '<', '>' -> isInRange(value.get());
            default -> isOneOf(wanted, value.get());
        };
    }

    private boolean isAsAtHand(Object value, @Nullable PerformanceFact atHand) {
        return atHand != null
                && FactColumns.find(atHand, columnAtHand())
                        .filter(own -> isSame(own, value))
                        .isPresent();
    }

    /** Whether it can be told of a row alone. */
    boolean needsARow() {
        return wanted.startsWith("=") || wanted.matches("\\*=[a-z_]+\\*");
    }

    /** The column of the row at hand with which it compares. */
    String columnAtHand() {
        return wanted.replaceAll("[*=]", "");
    }

    private boolean holdsAtHand(Object value, @Nullable PerformanceFact atHand) {
        return atHand != null
                && FactColumns.find(atHand, columnAtHand())
                        .map(own -> own.toString().strip().toLowerCase(Locale.ROOT))
                        .filter(own -> value.toString().toLowerCase(Locale.ROOT).contains(own))
                        .isPresent();
    }

    private static boolean isSame(Object one, Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal second) {
            return number.compareTo(second) == 0;
        }
        return one.toString().equalsIgnoreCase(other.toString());
    }

    private static boolean isOneOf(String words, Object value) {
        return Arrays.stream(words.split("\\|")).anyMatch(word -> isLike(word.strip(), value));
    }

    private static boolean isLike(String word, Object value) {
        if (value instanceof BigDecimal number && word.matches("-?\\d+(\\.\\d+)?")) {
            return number.compareTo(new BigDecimal(word)) == 0;
        }
        String pattern = Arrays.stream(word.split("\\*", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElse("");
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                .matcher(value.toString().strip())
                .matches();
    }

    private boolean isInRange(Object value) {
        boolean orSame = wanted.startsWith("<=") || wanted.startsWith(">=");
        String bound = wanted.substring(orSame ? 2 : 1).strip();
        int order = compare(value, bound);
        return (orSame && order == 0) || (wanted.startsWith("<") ? order < 0 : order > 0);
    }

    private static int compare(Object value, String bound) {
        if (value instanceof LocalDate day) {
            return day.compareTo(LocalDate.parse(bound));
        }
        return value instanceof BigDecimal number
                ? number.compareTo(new BigDecimal(bound))
                : value.toString().toLowerCase(Locale.ROOT).compareTo(bound.toLowerCase(Locale.ROOT));
    }

    /** Refuses a range without a number or day, and a column that there is not. */
    RowFilter {
        if (wanted.isBlank()) {
            throw new IllegalArgumentException(
                    "What column “" + column + "” has to say is left open: write * for anything");
        }
        if (wanted.startsWith("<") || wanted.startsWith(">")) {
            refuseNoBound(wanted.replaceFirst("^[<>]=?", "").strip());
        }
    }

    private static void refuseNoBound(String bound) {
        try {
            if (bound.matches("\\d{4}-.*")) {
                LocalDate.parse(bound);
            } else {
                new BigDecimal(bound);
            }
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "“" + bound + "” bounds nothing: write a number or a date such as 2026-06-30", e);
        }
    }
}
