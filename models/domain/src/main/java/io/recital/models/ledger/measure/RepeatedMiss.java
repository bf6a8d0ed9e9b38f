package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.finding.TypedValue;
import io.recital.models.wording.SpelledNumber;
import java.math.BigDecimal;
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
    private static final Pattern RUNNING = Pattern.compile(
            "\\b(?:consecutive(?:ly)?|successive(?:ly)?|running|in\\s+(?:a\\s+row|succession)|month\\s+after\\s+month)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CREDIT = Pattern.compile(
            "\\b(?:credits?|reductions?|deductions?|abatements?|rebates?|percentages?|compensation|malus)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NTH = Pattern.compile(
            "\\b(?:(?<ordinal>second|third|fourth|fifth|sixth)\\s+(?:and\\s+(?:each|every|any)\\s+(?:further|subsequent|following|later)\\s+)?(?:\\p{L}+\\s+){0,2}?(?:month|quarter|period|week|time|failure|miss)|(?<count>two|three|four|five|six|\\d)\\s*(?:\\(\\d\\)\\s*)?(?:or\\s+more\\s+)?(?:consecutive|successive|running)|(?<more>more\\s+than\\s+)?(?<in>two|three|four|five|six|\\d)\\s+(?:or\\s+more\\s+)?(?:\\p{L}+\\s+)?(?:months|quarters|periods|times)\\s+(?:running|in\\s+(?:a\\s+row|succession)))\\b",
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
        // what is said of a certain month is nearer than how many months must be missed for it
        int ordinal = from(citation.quote(), true);
        int from = ordinal > 0 ? ordinal : from(citation.quote(), false);
        return from < 2
                ? Optional.empty()
                : Multiple.in(citation.quote()).map(factor -> new RepeatedMiss(from, factor, citation));
    }

    private static int from(String quote, boolean ordinals) {
        Matcher nth = NTH.matcher(quote);
        while (nth.find()) {
            String ordinal = nth.group("ordinal");
            if (ordinals && ordinal != null) {
                return SpelledNumber.parseOrdinal(ordinal).orElse(0);
            }
            String count = nth.group("count") == null ? nth.group("in") : nth.group("count");
            if (!ordinals && count != null) {
                int number = SpelledNumber.parse(count).orElse(0);
                return nth.group("more") == null ? number : number + 1;
            }
        }
        return 0;
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
