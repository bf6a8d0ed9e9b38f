package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;

/**
 * That the credit of a measure grows when it is missed in several periods running.
 *
 * @param from the miss in a row from which it grows
 * @param factor by which it is multiplied
 */
record RepeatedMiss(int from, BigDecimal factor, Citation stated) {
    private static final List<String> ORDINALS = List.of("", "first", "second", "third", "fourth", "fifth", "sixth");
    private static final List<String> COUNTS = List.of("", "one", "two", "three", "four", "five", "six");
    private static final Pattern RUNNING = Pattern.compile(
            "\\b(?:consecutive(?:ly)?|successive(?:ly)?|running|in\\s+(?:a\\s+row|succession)|month\\s+after\\s+month)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CREDIT = Pattern.compile(
            "\\b(?:credits?|reductions?|deductions?|abatements?|rebates?|percentages?|compensation|malus)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NTH = Pattern.compile(
            "\\b(?:(?<ordinal>second|third|fourth|fifth|sixth)\\s+(?:and\\s+(?:each|every|any)\\s+(?:further|subsequent|following|later)\\s+)?(?:\\p{L}+\\s+){0,2}?(?:month|quarter|period|week|time|failure|miss)|(?<count>two|three|four|five|six|\\d)\\s*(?:\\(\\d\\)\\s*)?(?:or\\s+more\\s+)?(?:consecutive|successive|running)|(?<more>more\\s+than\\s+)?(?<in>two|three|four|five|six|\\d)\\s+(?:or\\s+more\\s+)?(?:\\p{L}+\\s+)?(?:months|quarters|periods|times)\\s+(?:running|in\\s+(?:a\\s+row|succession)))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMES = Pattern.compile(
            "\\b(?:multiplied\\s+by|times)\\s+(?<by>\\d+(?:\\.\\d+)?)\\b|(?<![\\d.,])(?<fold>\\d+(?:\\.\\d+)?)\\s+times\\b|\\bincreased?s?\\s+by\\s+(?<percent>\\d+(?:\\.\\d+)?)\\s*(?:%|per\\s?cent)(?!\\s*(?:points?|of))|\\b(?<half>one\\s+and\\s+a\\s+half\\s+times|by\\s+(?:one[\\s-]|a\\s+)?half)\\b|\\b(?<twice>twice|doubles?|doubled|doubling)\\b|\\b(?<triple>triples?|tripled|trebled?|three\\s+times)\\b",
            Pattern.CASE_INSENSITIVE);

    /** The rule that the words of a measure, or those beside them, state; empty where none does, or several numbers might be meant. */
    static Optional<RepeatedMiss> of(PromisedMeasure measure) {
        return measure.wordsAndBeside()
                .filter(citation -> RUNNING.matcher(citation.quote()).find()
                        && CREDIT.matcher(citation.quote()).find())
                .flatMap(citation -> read(citation).stream())
                .findFirst();
    }

    private static Optional<RepeatedMiss> read(Citation citation) {
        Matcher times = TIMES.matcher(citation.quote());
        if (!times.find()) {
            return Optional.empty();
        }
        BigDecimal factor = factor(times);
        boolean several = times.find();
        // what is said of a certain month is nearer than how many months must be missed for it
        int ordinal = from(citation.quote(), true);
        int from = ordinal > 0 ? ordinal : from(citation.quote(), false);
        return several || from < 2 ? Optional.empty() : Optional.of(new RepeatedMiss(from, factor, citation));
    }

    private static int from(String quote, boolean ordinals) {
        Matcher nth = NTH.matcher(quote);
        while (nth.find()) {
            String ordinal = nth.group("ordinal");
            if (ordinals && ordinal != null) {
                return ORDINALS.indexOf(ordinal.toLowerCase(Locale.ROOT));
            }
            String count = nth.group("count") == null ? nth.group("in") : nth.group("count");
            if (!ordinals && count != null) {
                int number = Character.isDigit(count.charAt(0))
                        ? Integer.parseInt(count)
                        : COUNTS.indexOf(count.toLowerCase(Locale.ROOT));
                return nth.group("more") == null ? number : number + 1;
            }
        }
        return 0;
    }

    /** By how much the words multiply, of a match with the groups by, fold, percent, half and twice. */
    static BigDecimal factor(Matcher times) {
        if (times.group("by") != null) {
            return new BigDecimal(times.group("by"));
        }
        if (times.group("fold") != null) {
            return new BigDecimal(times.group("fold"));
        }
        if (times.group("percent") != null) {
            return BigDecimal.ONE.add(new BigDecimal(times.group("percent")).movePointLeft(2));
        }
        if (times.group("half") != null) {
            return new BigDecimal("1.5");
        }
        return BigDecimal.valueOf(times.group("twice") == null ? 3 : 2);
    }

    /** A credit as it is in such a miss; a percentage or a sum only. */
    TypedValue of(TypedValue credit) {
        if (credit instanceof TypedValue.Percent percent) {
            return new TypedValue.Percent(percent.value().multiply(factor).stripTrailingZeros());
        }
        return credit instanceof TypedValue.Amount amount
                ? new TypedValue.Amount(BigMoney.of(
                        amount.value().getCurrencyUnit(),
                        amount.value().getAmount().multiply(factor)))
                : credit;
    }
}
