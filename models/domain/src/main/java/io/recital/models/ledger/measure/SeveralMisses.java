package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.wording.SpelledNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That the credits of a period grow when several levels are missed in it.
 *
 * @param from how many levels must be missed
 * @param factor by which all credits of the period are multiplied
 */
record SeveralMisses(int from, BigDecimal factor, Citation stated) {
    private static final String NUMBER = "(?:two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})";
    private static final Pattern SEVERAL = Pattern.compile(
            "\\b(?<more>more\\s+than\\s+)?(?<count>one|" + NUMBER
                    + ")\\s*(?:\\(\\d{1,2}\\)\\s*)?(?<least>or\\s+more\\s+)?(?:of\\s+the\\s+|different\\s+|separate\\s+)?(?:service\\s+levels?|SLAs?|KPIs?|(?:performance\\s+|key\\s+)+(?:indicators?|measures?)|levels?|indicators?|targets?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE_PERIOD = Pattern.compile(
            "\\b(?:in|for|during|within|of)\\s+(?:the\\s+same|any\\s+one|any\\s+given|any|one|a|a\\s+single|that|each)\\s+(?:calendar\\s+|measurement\\s+|measuring\\s+|service\\s+|reporting\\s+|contract\\s+)?(?:month|quarter|period|week)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RUNNING = Pattern.compile(
            "\\b(?:consecutive(?:ly)?|successive(?:ly)?|running|in\\s+(?:a\\s+row|succession))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CREDITS =
            Pattern.compile("\\b(?:credits?|deductions?|abatements?|reductions?|malus)\\b", Pattern.CASE_INSENSITIVE);

    /** The rule that the words of a measure, those beside them or its document state. */
    static Optional<SeveralMisses> of(PromisedMeasure measure) {
        return measure.wordsOfItsDocument()
                .flatMap(citation -> read(citation).stream())
                .findFirst();
    }

    /** The rule of one sentence; empty where several numbers might be meant. */
    static Optional<SeveralMisses> read(Citation citation) {
        String quote = citation.quote();
        Matcher several = SEVERAL.matcher(quote);
        boolean isOne = CREDITS.matcher(quote).find()
                && ONE_PERIOD.matcher(quote).find()
                && !RUNNING.matcher(quote).find();
        if (!isOne || !several.find()) {
            return Optional.empty();
        }
        int number = SpelledNumber.parse(several.group("count")).orElse(0);
        int from = several.group("more") == null ? number : number + 1;
        return from < 2
                ? Optional.empty()
                : Multiple.in(quote)
                        .filter(factor -> factor.compareTo(BigDecimal.ONE) > 0)
                        .map(factor -> new SeveralMisses(from, factor, citation));
    }

    /** How many different levels were missed with these under one contract in a period. */
    static long count(MeasureResult missed, List<MeasureResult> all) {
        return all.stream()
                .filter(result -> result.isMissed()
                        && result.contract().equals(missed.contract())
                        && result.period().equals(missed.period()))
                .map(result -> result.measure().name())
                .distinct()
                .count();
    }
}
