package io.recital.ingestion.facts;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a number with a decimal point or a decimal comma, as ERP systems and people write it. */
final class NumberText {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f'’]");
    private static final Pattern PLAIN = Pattern.compile("\\d+");
    private static final Pattern POINT = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d*\\.\\d+|\\d+\\.");
    private static final Pattern COMMA = Pattern.compile("\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d*,\\d+|\\d+,");
    private static final Pattern GROUPED_ZERO = Pattern.compile("0[.,]\\d{3}.*");

    private NumberText() {}

    /** The number with a decimal point (first) and with a decimal comma (second). */
    static Readings<BigDecimal> number(String text) {
        String number = BLANKS.matcher(text.replace('\u2212', '-')).replaceAll("");
        if (number.endsWith("%")) {
            number = number.substring(0, number.length() - 1);
        }
        boolean negative = false;
        if (number.startsWith("(") && number.endsWith(")")) {
            negative = true;
            number = number.substring(1, number.length() - 1);
        } else if (number.startsWith("-") || number.endsWith("-")) {
            negative = true;
            number = number.replaceFirst("^-|-$", "");
        } else if (number.startsWith("+")) {
            number = number.substring(1);
        }
        if (PLAIN.matcher(number).matches()) {
            return Readings.certain(value(number, negative));
        }
        return new Readings<>(
                POINT.matcher(number).matches() && !isGroupedZero(number, ',')
                        ? value(number.replace(",", ""), negative)
                        : null,
                COMMA.matcher(number).matches() && !isGroupedZero(number, '.')
                        ? value(number.replace(".", "").replace(',', '.'), negative)
                        : null);
    }

    /** Nobody writes 125 as {@code 0,125}. */
    private static boolean isGroupedZero(String number, char group) {
        return GROUPED_ZERO.matcher(number).matches() && number.charAt(1) == group;
    }

    private static @Nullable BigDecimal value(String plain, boolean negative) {
        BigDecimal value = new BigDecimal(plain);
        return negative ? value.negate() : value;
    }
}
