package io.recital.models.finding;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Formula;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does a derivation's sum again, from nothing but its inputs as a reader sees them. */
public final class Recomputation {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d])-?\\d[\\d,]*(?:\\.\\d+)?");
    private static final Pattern SPAN =
            Pattern.compile("(\\d+) (minute|hour|business hour|day|business day|week|month|quarter|year)s?\\b");
    private static final int FINE = 12;

    private Recomputation() {}

    /** Whether the operation on the inputs comes to the result. */
    public static boolean holds(Derivation derivation) {
        try {
            List<String> inputs =
                    derivation.inputs().stream().map(Derivation.Input::value).toList();
            return holds(derivation.operation(), inputs, derivation.result());
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            return false; // An input is not of the sort that the operation takes.
        }
    }

    private static boolean holds(Derivation.Operation operation, List<String> inputs, String result) {
        return switch (operation) {
            case COUNT -> number(result).compareTo(BigDecimal.valueOf(inputs.size())) == 0;
            case SUM -> same(fold(inputs, BigDecimal::add), result);
            case DIFFERENCE -> same(fold(inputs, BigDecimal::subtract), result);
            case PRODUCT -> same(fold(inputs, BigDecimal::multiply), result);
            case QUOTIENT -> same(fold(inputs, (a, b) -> a.divide(b, FINE, RoundingMode.HALF_UP)), result);
            case WHOLE_QUOTIENT -> same(fold(inputs, BigDecimal::divideToIntegralValue), result);
            case COMMENCED_QUOTIENT ->
                same(number(inputs.get(0)).divide(number(inputs.get(1)), 0, RoundingMode.CEILING), result);
            case RATE -> isRate(inputs, number(result));
            case BAND -> number(inputs.get(1)).compareTo(number(result)) == 0;
            case LEAST -> isExtreme(inputs, result, -1);
            case GREATEST -> isExtreme(inputs, result, 1);
            case PERCENT_OF -> same(fold(inputs, BigDecimal::multiply).movePointLeft(2), result);
            case FORMULA -> same(formula(inputs), result);
            case DAY_AFTER ->
                span(inputs.get(1)).after(day(inputs.get(0)), calendar(inputs)).equals(day(result));
            case DAY_BEFORE -> span(inputs.get(1)).before(day(inputs.get(0))).equals(day(result));
            case DAYS_BETWEEN ->
                number(result).longValueExact() == ChronoUnit.DAYS.between(day(inputs.get(0)), day(inputs.get(1)));
            case BUSINESS_DAYS_BETWEEN ->
                number(result).longValueExact() == calendar(inputs).between(day(inputs.get(0)), day(inputs.get(1)));
        };
    }

    /** The business days of the places that the third input names. */
    private static BusinessCalendar calendar(List<String> inputs) {
        return inputs.size() > 2 ? BusinessCalendar.of(inputs.get(2)) : BusinessCalendar.WEEKDAYS;
    }

    private static BigDecimal formula(List<String> inputs) {
        Formula formula = new Formula(inputs.get(0));
        Map<String, BigDecimal> values = new HashMap<>();
        for (String name : formula.names()) {
            values.put(name, value(inputs.get(values.size() + 1)));
        }
        return formula.evaluate(values);
    }

    /** A day as its number, and whatever else as the number that it states. */
    private static BigDecimal value(String input) {
        return DATE.matcher(input).find() ? BigDecimal.valueOf(day(input).toEpochDay()) : number(input);
    }

    private static BigDecimal fold(List<String> inputs, BinaryOperator<BigDecimal> operation) {
        return inputs.stream().map(Recomputation::number).reduce(operation).orElseThrow();
    }

    /** As exact as the result is stated. */
    private static boolean same(BigDecimal computed, String result) {
        BigDecimal stated = number(result);
        return computed.setScale(Math.max(0, stated.scale()), RoundingMode.HALF_UP)
                        .compareTo(stated)
                == 0;
    }

    /** Rounded to the decimals of the result, or cut off after them. */
    private static boolean isRate(List<String> inputs, BigDecimal stated) {
        BigDecimal exact = number(inputs.get(0))
                .multiply(number(inputs.get(2)))
                .divide(number(inputs.get(1)), MathContext.DECIMAL128);
        int decimals = Math.max(0, stated.scale());
        return exact.setScale(decimals, RoundingMode.HALF_UP).compareTo(stated) == 0
                || exact.setScale(decimals, RoundingMode.DOWN).compareTo(stated) == 0;
    }

    private static boolean isExtreme(List<String> inputs, String result, int sign) {
        double stated = size(result);
        return inputs.stream().anyMatch(input -> size(input) == stated)
                && inputs.stream().allMatch(input -> sign * Double.compare(stated, size(input)) >= 0);
    }

    /** For comparison only: days for dates and time spans. */
    private static double size(String value) {
        if (DATE.matcher(value).find()) {
            return day(value).toEpochDay();
        }
        return findSpan(value)
                .map(Recomputation::days)
                .orElseGet(() -> number(value).doubleValue());
    }

    private static double days(TimeSpan span) {
        double unit =
                switch (span.unit()) {
                    case MINUTES -> 1.0 / (24 * 60);
                    case HOURS -> 1.0 / 24;
                    case BUSINESS_HOURS -> 1.4 / 8;
                    case DAYS -> 1;
                    case BUSINESS_DAYS -> 1.4;
                    case WEEKS -> 7;
                    case MONTHS -> 365.25 / 12;
                    case QUARTERS -> 365.25 / 4;
                    case YEARS -> 365.25;
                };
        return span.count() * unit;
    }

    private static BigDecimal number(String value) {
        Matcher matcher = NUMBER.matcher(value);
        if (!matcher.find()) {
            throw new IllegalArgumentException("Not a number");
        }
        return new BigDecimal(matcher.group().replace(",", ""));
    }

    private static LocalDate day(String value) {
        Matcher matcher = DATE.matcher(value);
        if (!matcher.find()) {
            throw new IllegalArgumentException("Not a date");
        }
        return LocalDate.parse(matcher.group());
    }

    private static TimeSpan span(String value) {
        return findSpan(value).orElseThrow(() -> new IllegalArgumentException("Not a time span"));
    }

    private static Optional<TimeSpan> findSpan(String value) {
        Matcher matcher = SPAN.matcher(value.toLowerCase(Locale.ROOT));
        return matcher.find()
                ? Optional.of(new TimeSpan(
                        Integer.parseInt(matcher.group(1)),
                        TimeSpan.Unit.valueOf(
                                matcher.group(2).toUpperCase(Locale.ROOT).replace(' ', '_') + "S")))
                : Optional.empty();
    }
}
