package io.recital.api.verify;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.evidence.Formula;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** Does the sums of an answer's derivations again. */
final class SumCheck {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d])-?\\d[\\d,]*(\\.\\d+)?");
    private static final Pattern SPAN =
            Pattern.compile("(\\d+) (business )?(minute|hour|day|week|month|quarter|year)", Pattern.CASE_INSENSITIVE);

    private SumCheck() {}

    static boolean comesTo(String operation, List<String> inputs, String result) {
        try {
            return switch (operation) {
                case "count" -> decimal(result).intValueExact() == inputs.size();
                case "sum", "difference", "product", "quotient", "whole-quotient", "percent-of" ->
                    arithmetic(operation, inputs, result);
                case "rate" -> isRate(inputs, decimal(result));
                case "band" -> decimal(inputs.get(1)).compareTo(decimal(result)) == 0;
                case "least" -> rank(result) == ranks(inputs).min().orElseThrow();
                case "greatest" -> rank(result) == ranks(inputs).max().orElseThrow();
                case "formula" -> isFormula(inputs, decimal(result));
                case "day-after" -> moved(inputs, 1).equals(date(result));
                case "day-before" -> moved(inputs, -1).equals(date(result));
                case "days-between" ->
                    decimal(result).longValueExact()
                            == ChronoUnit.DAYS.between(date(inputs.get(0)), date(inputs.get(1)));
                case "business-days-between" ->
                    decimal(result).longValueExact()
                            == workingDays(date(inputs.get(0)), date(inputs.get(1)), calendar(inputs));
                default -> false;
            };
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static boolean arithmetic(String operation, List<String> inputs, String result) {
        BigDecimal sum = decimal(inputs.get(0));
        for (String input : inputs.subList(1, inputs.size())) {
            BigDecimal next = decimal(input);
            sum = switch (operation) {
                case "sum" -> sum.add(next);
                case "difference" -> sum.subtract(next);
                case "quotient" -> sum.divide(next, 20, RoundingMode.HALF_UP);
                case "whole-quotient" -> sum.divideToIntegralValue(next);
                default -> sum.multiply(next);
            };
        }
        if (operation.equals("percent-of")) {
            sum = sum.divide(BigDecimal.valueOf(100));
        }
        BigDecimal stated = decimal(result);
        BigDecimal half =
                BigDecimal.ONE.movePointLeft(Math.max(0, stated.scale())).divide(BigDecimal.valueOf(2));
        return sum.subtract(stated).abs().compareTo(half) <= 0;
    }

    private static boolean isRate(List<String> inputs, BigDecimal stated) {
        BigDecimal exact = decimal(inputs.get(0))
                .multiply(decimal(inputs.get(2)))
                .divide(decimal(inputs.get(1)), 40, RoundingMode.HALF_UP);
        BigDecimal unit = BigDecimal.ONE.movePointLeft(Math.max(0, stated.scale()));
        BigDecimal off = exact.subtract(stated);
        return off.abs().compareTo(unit.divide(BigDecimal.valueOf(2))) <= 0
                || (off.signum() > 0 && off.compareTo(unit) < 0);
    }

    /** The formula, then the values of its names as they stand there; a day counts as the days since 1970. */
    private static boolean isFormula(List<String> inputs, BigDecimal stated) {
        Formula formula = new Formula(inputs.get(0));
        Map<String, BigDecimal> values = new HashMap<>();
        for (String name : formula.names()) {
            String input = inputs.get(values.size() + 1);
            boolean day = input.matches("\\d{4}-\\d{2}-\\d{2}");
            values.put(name, day ? BigDecimal.valueOf(date(input).toEpochDay()) : decimal(input));
        }
        BigDecimal exact = formula.evaluate(values);
        return exact.setScale(Math.max(0, stated.scale()), RoundingMode.HALF_UP).compareTo(stated) == 0;
    }

    private static DoubleStream ranks(List<String> values) {
        return values.stream().mapToDouble(SumCheck::rank);
    }

    private static double rank(String value) {
        if (value.matches(".*\\d{4}-\\d{2}-\\d{2}.*")) {
            return date(value).toEpochDay();
        }
        Matcher span = SPAN.matcher(value);
        if (!span.find()) {
            return decimal(value).doubleValue();
        }
        double days =
                switch (span.group(3).toLowerCase(Locale.ROOT)) {
                    case "minute" -> 1.0 / 1440;
                    case "hour" -> span.group(2) == null ? 1.0 / 24 : 1.4 / 8;
                    case "day" -> span.group(2) == null ? 1 : 1.4;
                    case "week" -> 7;
                    case "month" -> 365.25 / 12;
                    case "quarter" -> 365.25 / 4;
                    default -> 365.25;
                };
        return Integer.parseInt(span.group(1)) * days;
    }

    private static LocalDate moved(List<String> inputs, int direction) {
        LocalDate day = date(inputs.get(0));
        Matcher span = SPAN.matcher(inputs.get(1));
        if (!span.find()) {
            throw new IllegalArgumentException("No time span");
        }
        long count = direction * Long.parseLong(span.group(1));
        return switch (span.group(3).toLowerCase(Locale.ROOT)) {
            case "day" -> span.group(2) == null ? day.plusDays(count) : overWorkingDays(day, count, calendar(inputs));
            case "week" -> day.plusWeeks(count);
            case "month" -> day.plusMonths(count);
            case "quarter" -> day.plusMonths(3 * count);
            case "year" -> day.plusYears(count);
            default -> throw new IllegalArgumentException("Not a span of days");
        };
    }

    private static LocalDate overWorkingDays(LocalDate from, long count, BusinessCalendar calendar) {
        LocalDate day = from;
        for (long left = Math.abs(count); left > 0; ) {
            day = day.plusDays(Long.signum(count));
            if (calendar.isBusinessDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** Step by step from the first day to the last, in either direction. */
    private static long workingDays(LocalDate from, LocalDate to, BusinessCalendar calendar) {
        boolean onwards = from.isBefore(to);
        long count = 0;
        LocalDate last = onwards ? to : from;
        for (LocalDate day = onwards ? from : to; day.isBefore(last); ) {
            day = day.plusDays(1);
            count += calendar.isBusinessDay(day) ? 1 : 0;
        }
        return onwards ? count : -count;
    }

    /** Whose holidays are no business days: the places of the third input, or none. */
    private static BusinessCalendar calendar(List<String> inputs) {
        return inputs.size() > 2 ? BusinessCalendar.of(inputs.get(2)) : BusinessCalendar.WEEKDAYS;
    }

    private static BigDecimal decimal(String value) {
        Matcher matcher = NUMBER.matcher(value);
        if (!matcher.find()) {
            throw new IllegalArgumentException("No number");
        }
        return new BigDecimal(matcher.group().replace(",", ""));
    }

    private static LocalDate date(String value) {
        Matcher matcher = Pattern.compile("\\d{4}-\\d{2}-\\d{2}").matcher(value);
        if (!matcher.find()) {
            throw new IllegalArgumentException("No date");
        }
        return LocalDate.parse(matcher.group());
    }
}
