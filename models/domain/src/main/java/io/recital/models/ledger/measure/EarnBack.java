package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That a credit is earned back by meeting the measure in the months that follow.
 *
 * @param months in how many of them, one after the other
 */
record EarnBack(int months, Citation stated) {
    private static final Map<String, Integer> NUMBERS = Map.of("one", 1, "two", 2, "three", 3, "four", 4, "six", 6);
    private static final Pattern EARNS = Pattern.compile("\\bearn(?:s|ed)?[\\s-]?back\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTHS = Pattern.compile(
            "\\b(?<count>\\d+|one|two|three|four|six)\\s+(?:\\p{L}+\\s+){0,2}months?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{1,4}[- ]?\\d{1,3}\\b");

    /** The rule for a measure; empty when none speaks of it. */
    static Optional<EarnBack> of(PromisedMeasure measure) {
        return measure.citations().stream()
                .filter(citation -> EARNS.matcher(citation.quote()).find() && isAbout(citation.quote(), measure))
                .flatMap(citation -> read(citation).stream())
                .findFirst();
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
        String count = matcher.group("count").toLowerCase(Locale.ROOT);
        return Optional.of(new EarnBack(
                Character.isDigit(count.charAt(0)) ? Integer.parseInt(count) : NUMBERS.getOrDefault(count, 0),
                citation));
    }

    /** The months that must be met for the credit of a month. */
    List<Period> monthsAfter(Period missed) {
        return java.util.stream.IntStream.rangeClosed(1, months)
                .mapToObj(later -> Period.of(YearMonth.from(missed.to()).plusMonths(later)))
                .toList();
    }
}
