package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The points that one missed result brings in its own period: those of its band, or so many for each unit beyond the target.
 *
 * @param result that brings them
 * @param stated the words that say how many; empty when only the number is known
 */
record PeriodPoints(MeasureResult result, BigDecimal points, Optional<Citation> stated) {
    private static final Pattern FOR_EACH = Pattern.compile(
            "\\b(?:for\\s+(?:each|every)|per)\\s+(?!month|quarter|week|period|year|cent)\\p{L}+",
            Pattern.CASE_INSENSITIVE);
    private static final String RUNNING =
            "(?:running|in\\s+(?:a\\s+row|succession)|consecutive(?:ly)?|successive(?:ly)?)";
    /** Which miss in a row brings more, and how much. */
    private static final Pattern AGAIN = Pattern.compile(
            "\\b(?<nth>second|third|fourth)\\s+(?:(?:month|quarter|period|time)\\s+" + RUNNING + "|" + RUNNING
                    + "\\s+(?:month|quarter|period|time))\\b[^.]{0,80}?\\b(?<twice>twice|double[ds]?|doubling)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> ORDINALS = List.of("", "first", "second", "third", "fourth");

    /** What a result brings; empty when it is no miss, or one that brings no points. */
    static Optional<PeriodPoints> of(MeasureResult result, List<MeasureResult> all) {
        return result.credit().filter(Points::isPoints).map(credit -> {
            BigDecimal one = ((TypedValue.Quantity) credit).value();
            Optional<Citation> stated = CreditWorkings.citationOf(result.measure(), one);
            boolean each = result.measure().step().isEmpty()
                    && stated.filter(words -> isForEach(words, one)).isPresent();
            BigDecimal points = each ? one.multiply(beyond(result)) : one;
            return new PeriodPoints(result, points.multiply(factor(result, all)), stated);
        });
    }

    /** Whether the words say it is for each, beside that number: a cell may hold several bands. */
    private static boolean isForEach(Citation words, BigDecimal one) {
        String number = Pattern.quote(one.stripTrailingZeros().toPlainString());
        return Pattern.compile(
                        "(?<![\\d.,])" + number + "\\s*(?:points?\\s+)?" + FOR_EACH.pattern(), Pattern.CASE_INSENSITIVE)
                .matcher(words.quote())
                .find();
    }

    private static BigDecimal beyond(MeasureResult result) {
        return result.shortfall().setScale(0, RoundingMode.FLOOR).max(BigDecimal.ONE);
    }

    /** Twice where the contract says so of a miss in the third month running, and it is one. */
    private static BigDecimal factor(MeasureResult result, List<MeasureResult> all) {
        return words(result)
                .map(AGAIN::matcher)
                .filter(java.util.regex.Matcher::find)
                .findFirst()
                .filter(again -> missesInARow(result, all)
                        >= ORDINALS.indexOf(again.group("nth").toLowerCase(java.util.Locale.ROOT)))
                .map(again -> BigDecimal.valueOf(2))
                .orElse(BigDecimal.ONE);
    }

    private static Stream<String> words(MeasureResult result) {
        PromisedMeasure measure = result.measure();
        return Stream.concat(
                        measure.citations().stream(),
                        Stream.concat(
                                measure.governed().member().beside().sentences().stream(),
                                measure.governed().member().findings().stream()
                                        .flatMap(finding -> finding.citations().stream())))
                .map(Citation::quote);
    }

    /** How many periods one after the other it was missed, this one included. */
    private static int missesInARow(MeasureResult result, List<MeasureResult> all) {
        List<MeasureResult> before = new ArrayList<>(all.stream()
                .filter(other -> other.series().equals(result.series())
                        && other.period().to().isBefore(result.period().from()))
                .toList());
        int row = 1;
        java.time.LocalDate next = result.period().from();
        for (int i = before.size() - 1; i >= 0; i--) {
            MeasureResult earlier = before.get(i);
            if (!earlier.isMissed() || !earlier.period().to().plusDays(1).equals(next)) {
                break;
            }
            row++;
            next = earlier.period().from();
        }
        return row;
    }
}
