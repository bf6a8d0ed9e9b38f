package io.recital.models.ledger.measure;

import io.recital.models.fact.Measurement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a reported number counts, beside what the contract has counted: minutes are hours of another size, calls are no percentage. */
final class MeasuredUnit {
    private static final Pattern SHARE =
            Pattern.compile("%|\\bper\\s?cent|\\bpct\\b|\\bprozent", Pattern.CASE_INSENSITIVE);
    private static final Pattern MANY = Pattern.compile(
            "\\bppm\\b|\\bdpmo\\b|\\bper\\s+million\\b|\\bper\\s+thousand\\b|‰", Pattern.CASE_INSENSITIVE);
    private static final List<Pattern> TIMES = List.of(
            time("s|secs?|seconds?|sekunden?"),
            time("min|mins|minutes?|minuten?"),
            time("h|hrs?|hours?|stunden?"),
            time("d|days?|tage?"));
    private static final Map<Integer, BigDecimal> SECONDS = Map.of(
            0, BigDecimal.ONE, 1, BigDecimal.valueOf(60), 2, BigDecimal.valueOf(3600), 3, BigDecimal.valueOf(86400));

    private MeasuredUnit() {}

    private static Pattern time(String names) {
        return Pattern.compile(
                "^\\s*(?:business\\s+|working\\s+|calendar\\s+)?(?:" + names + ")\\s*$", Pattern.CASE_INSENSITIVE);
    }

    /** Whether a row can be of a measure with such a unit; what is recomputed from its parts needs no unit of its own. */
    static boolean areComparable(Measurement row, String promised) {
        if (row.unit().equals(promised)
                || row.unit().isBlank()
                || promised.isBlank()
                || (row.numerator() != null && row.denominator() != null)) {
            return true;
        }
        boolean ratio = isRatio(promised);
        return ratio == isRatio(row.unit()) || (!ratio && !isTime(promised)) || isScore(row.unit());
    }

    private static boolean isScore(String unit) {
        return unit.toLowerCase(Locale.ROOT).matches(".*(?:score|points?|index|rate|ratio).*");
    }

    static boolean isRatio(String unit) {
        return SHARE.matcher(unit).find() || MANY.matcher(unit).find();
    }

    static boolean isTime(String unit) {
        return TIMES.stream().anyMatch(time -> time.matcher(unit).find());
    }

    /** Whether a unit is one that few measures have, so that it alone tells much. */
    static boolean isRare(String unit) {
        return !unit.isBlank()
                && !SHARE.matcher(unit).find()
                && !isTime(unit)
                && !unit.toLowerCase(Locale.ROOT)
                        .matches("(?:count|number|pieces?|units?|points?|cases?|score|scores)");
    }

    /** The words of a unit, with what is said in several ways made equal. */
    static MeasureWords words(String unit) {
        return MeasureWords.of(
                MANY.matcher(unit).find() && unit.toLowerCase(Locale.ROOT).contains("million") ? "ppm" : unit);
    }

    /** A reported value in the unit of the contract; as it is unless both are lengths of time of another size. */
    static BigDecimal in(String promised, String reported, BigDecimal value) {
        if (reported.equals(promised)) {
            return value;
        }
        Optional<BigDecimal> one = seconds(reported);
        Optional<BigDecimal> other = seconds(promised);
        boolean converts = one.isPresent()
                && other.isPresent()
                && one.get().compareTo(other.get()) != 0
                && !isOfBusiness(promised)
                && !isDays(promised)
                && !isDays(reported);
        return converts ? value.multiply(one.get()).divide(other.get(), MathContext.DECIMAL64) : value;
    }

    /** A day may be one of eight hours: it is not converted. */
    private static boolean isDays(String unit) {
        return TIMES.get(3).matcher(unit).find();
    }

    private static boolean isOfBusiness(String unit) {
        return unit.toLowerCase(Locale.ROOT).matches("\\s*(?:business|working)\\b.*");
    }

    private static Optional<BigDecimal> seconds(String unit) {
        for (int i = 0; i < TIMES.size(); i++) {
            if (TIMES.get(i).matcher(unit).find()) {
                return Optional.ofNullable(SECONDS.get(i));
            }
        }
        return Optional.empty();
    }
}
