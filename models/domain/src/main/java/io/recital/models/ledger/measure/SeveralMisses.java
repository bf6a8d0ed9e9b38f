package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
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
    private static final List<String> COUNTS =
            List.of("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
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
    private static final Pattern TIMES = Pattern.compile(
            "\\b(?:multiplied\\s+by|times|factor\\s+of|multiplier\\s+of)\\s+(?:a\\s+factor\\s+of\\s+)?(?<by>\\d+(?:\\.\\d+)?)\\b|(?<![\\d.,])(?<fold>\\d+(?:\\.\\d+)?)\\s+times\\b|\\bincreased?s?\\s+by\\s+(?<percent>\\d+(?:\\.\\d+)?)\\s*(?:%|per\\s?cent)(?!\\s*(?:points?|of))|\\b(?<half>one\\s+and\\s+a\\s+half\\s+times|by\\s+(?:one[\\s-]|a\\s+)?half)\\b|\\b(?<twice>twice|doubles?|doubled|doubling)\\b|\\b(?<triple>triples?|tripled|trebled?|three\\s+times)\\b",
            Pattern.CASE_INSENSITIVE);

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
        Matcher times = TIMES.matcher(quote);
        boolean isOne = CREDITS.matcher(quote).find()
                && ONE_PERIOD.matcher(quote).find()
                && !RUNNING.matcher(quote).find();
        if (!isOne || !several.find() || !times.find()) {
            return Optional.empty();
        }
        String count = several.group("count").toLowerCase(Locale.ROOT);
        int number = Character.isDigit(count.charAt(0)) ? Integer.parseInt(count) : COUNTS.indexOf(count);
        int from = several.group("more") == null ? number : number + 1;
        BigDecimal factor = RepeatedMiss.factor(times);
        boolean again = times.find();
        return from < 2 || again || factor.compareTo(BigDecimal.ONE) <= 0
                ? Optional.empty()
                : Optional.of(new SeveralMisses(from, factor, citation));
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
