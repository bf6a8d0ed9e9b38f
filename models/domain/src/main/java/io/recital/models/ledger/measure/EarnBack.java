package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.Period;
import io.recital.models.wording.SpelledNumber;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * That a credit is earned back by meeting the measure in the months that follow.
 *
 * @param months in how many of them, one after the other
 */
record EarnBack(int months, Citation stated) {
    private static final Pattern EARNS = Pattern.compile("\\bearn(?:s|ed)?[\\s-]?back\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEVER =
            Pattern.compile("\\b(?:never|not|no)\\s+(?:be\\s+)?earn", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIGHT = Pattern.compile(
            "\\b(?:expected|minor|light(?:er)?|target|first)\\s+(?:default|failure|miss|breach|level\\s+failure)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HEAVY = Pattern.compile(
            "\\b(?:minimum|critical|major|severe)\\s+(?:default|failure|miss|breach|level\\s+failure)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTHS = Pattern.compile(
            "\\b(?<count>\\d+|one|two|three|four|six)\\s+(?:\\(\\d+\\)\\s+)?(?:\\p{L}+\\s+){0,2}months?\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{1,4}[- ]?\\d{1,3}\\b");

    /** The rule for a measure; empty when none speaks of it. */
    static Optional<EarnBack> of(PromisedMeasure measure) {
        return measure.wordsAndBeside()
                .filter(citation -> EARNS.matcher(citation.quote()).find()
                        && !NEVER.matcher(citation.quote()).find()
                        && isAbout(citation.quote(), measure))
                .flatMap(citation -> read(citation).stream())
                .findFirst();
    }

    /** Whether it is for a miss as heavy as this: some contracts let a light one be earned back and no heavy one. */
    boolean isFor(MeasureResult result) {
        BigDecimal value = result.value();
        if (value == null || result.measure().credits().size() < 2) {
            return true;
        }
        boolean lightest = isLightest(result, value);
        return HEAVY.matcher(stated.quote()).find()
                ? !lightest
                : lightest || !LIGHT.matcher(stated.quote()).find();
    }

    /** Whether a value lies in the band that begins or ends at the target. */
    private static boolean isLightest(MeasureResult result, BigDecimal value) {
        BigDecimal target = result.measure().content().target();
        return result.measure().credits().stream()
                .filter(tier -> tier.holds(value))
                .anyMatch(tier -> target != null && (isAt(tier.from(), target) || isAt(tier.to(), target)));
    }

    private static boolean isAt(@Nullable BigDecimal bound, BigDecimal target) {
        return bound != null && bound.compareTo(target) == 0;
    }

    /** How it stands with the credit of a miss. */
    enum Standing {
        EARNED,
        NOT_EARNED,
        /** A month that must be met is not reported yet. */
        OPEN
    }

    /** What became of the credit of a miss, by the results of the months that follow. */
    Standing standing(MeasureResult missed, List<MeasureResult> all) {
        List<Period> wanted = monthsAfter(missed.period());
        List<MeasureResult> after = all.stream()
                .filter(result -> result.series().equals(missed.series()) && wanted.contains(result.period()))
                .toList();
        if (after.stream().anyMatch(MeasureResult::isMissed)) {
            return Standing.NOT_EARNED;
        }
        boolean allMet = after.size() == wanted.size()
                && after.stream().allMatch(result -> result.state() == MeasureResult.State.MET);
        return allMet ? Standing.EARNED : Standing.OPEN;
    }

    private static boolean isAbout(String quote, PromisedMeasure measure) {
        List<String> codes = CODE.matcher(quote)
                .results()
                .map(code -> PromisedMeasure.plainCode(code.group()))
                .toList();
        return codes.isEmpty() || codes.contains(measure.code().orElse(""));
    }

    private static Optional<EarnBack> read(Citation citation) {
        Matcher matcher = MONTHS.matcher(citation.quote());
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.of(
                new EarnBack(SpelledNumber.parse(matcher.group("count")).orElse(0), citation));
    }

    /** The months that must be met for the credit of a month. */
    List<Period> monthsAfter(Period missed) {
        return java.util.stream.IntStream.rangeClosed(1, months)
                .mapToObj(later -> Period.of(YearMonth.from(missed.to()).plusMonths(later)))
                .toList();
    }
}
