package io.recital.models.ledger.invoice;

import static java.util.Objects.requireNonNull;

import io.recital.models.wording.StatedPercent;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Up to how many of a counted thing nothing more is charged, or down to how many nothing is taken off: {@code for each user
 * above 400}, {@code for each Virtual Machine below 380}.
 *
 * @param side whether more or fewer matter
 * @param number how many; null where the words name an agreed number: {@code above the Licensed Users}
 * @param paidFor whether the agreed number is what was paid for
 */
record CountedBound(Side side, @Nullable BigDecimal number, boolean paidFor) {
    /** On which side of it charges change. */
    enum Side {
        ABOVE,
        BELOW
    }

    private static final String NUMBER =
            "(?<number>\\d{1,3}(?:,\\d{3})+|\\d+)(?![\\d.,]*\\d|\\s*(?:%|per\\s?cent|percent|(?:business\\s+|working\\s+)?days?\\b|weeks?\\b|months?\\b|years?\\b|hours?\\b|minutes?\\b|[ap]\\.?m\\b))";
    private static final String AGREED =
            "(?<agreed>(?:the\\s+)?(?:number\\s+of\\s+)?(?:(?:\\w+\\s+){0,2}(?:paid\\s+for|purchased|subscribed(?:\\s+to)?|ordered)|(?:licen[cs]ed|committed|contracted|agreed|included|subscribed|permitted|authori[sz]ed|base(?:line)?)\\s+(?:number|quantity|\\p{L}+)|baseline))";
    private static final Pattern ABOVE = Pattern.compile(
            "\\b(?:above|over|beyond|exceeds?|exceeding|in\\s+excess\\s+of|more\\s+than|on\\s+top\\s+of|additional\\s+to)\\s+(?:"
                    + NUMBER + "|" + AGREED + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BELOW = Pattern.compile(
            "\\b(?:below|under|fewer\\s+than|less\\s+than|short\\s+of)\\s+(?:" + NUMBER + "|" + AGREED + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARGED = Pattern.compile(
            "\\b(?:charg\\w*|pays?|paid|payable|price|costs?|invoic\\w*|bill\\w*|fees?|true-?up|overage)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TAKEN_OFF = Pattern.compile(
            "\\b(?:reduc\\w*|credit\\w*|deduct\\w*|taken\\s+off|refund\\w*|less)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAID_FOR =
            Pattern.compile("\\b(?:paid\\s+for|purchased|subscribed\\s+to|ordered)", Pattern.CASE_INSENSITIVE);
    /** What is free beyond the number, in percent: {@code excess of no more than 5% is not invoiced}. */
    private static final Pattern TOLERATED = Pattern.compile(
            "\\b(?:exceed\\w*|excess|above|over)\\b[^.;]{0,80}?\\b(?:no\\s+more\\s+than|not\\s+more\\s+than|up\\s+to|within|less\\s+than|by\\s+at\\s+most)\\s+(?<share>"
                    + StatedPercent.REGEX
                    + ")[^.;]{0,60}?\\b(?:nothing|no\\s+(?:additional\\s+|further\\s+|extra\\s+)?(?:charge|fee)|not\\s+(?:be\\s+)?(?:invoiced|charged|billed|payable)|free)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_COUNTED = Pattern.compile(
            "(?<things>[^.;:]{3,90}?)\\s+(?:(?:is|are)\\s+not\\s+(?:counted|active|included|charged|chargeable)|(?:does|do|shall|will)\\s+not\\s+(?:be\\s+)?(?:count\\w*|included))",
            Pattern.CASE_INSENSITIVE);
    /** That what was once counted and charged is included from then on. */
    private static final Pattern GROWS = Pattern.compile(
            "\\bnumber\\s+(?:so\\s+)?counted\\s+(?:then\\s+)?(?:becomes|is\\s+then|shall\\s+be)|\\bthereafter\\s+(?:part|included|count)|\\b(?:becomes?|are\\s+added\\s+to|increases?)\\s+the\\s+(?:new\\s+)?(?:number\\s+of\\s+)?(?:licen[cs]ed|committed|contracted|base)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern END = Pattern.compile("(?<=[.;])\\s+(?=\\p{Lu})");

    CountedBound {
        requireNonNull(side, "side");
    }

    /** The bound above which a sentence lets more be charged. */
    static Optional<CountedBound> above(String words) {
        return sentences(words)
                .filter(sentence ->
                        CHARGED.matcher(sentence).find() && tolerance(sentence).isEmpty())
                .flatMap(sentence -> bound(Side.ABOVE, ABOVE.matcher(sentence), sentence).stream())
                .findFirst();
    }

    /** The bound below which a sentence takes something off. */
    static Optional<CountedBound> below(String words) {
        return sentences(words)
                .filter(sentence -> TAKEN_OFF.matcher(sentence).find())
                .flatMap(sentence -> bound(Side.BELOW, BELOW.matcher(sentence), sentence).stream())
                .findFirst();
    }

    /** A finding may cite several sentences at once. */
    private static Stream<String> sentences(String words) {
        return END.splitAsStream(words);
    }

    private static Optional<CountedBound> bound(Side side, Matcher found, String sentence) {
        if (!found.find()) {
            return Optional.empty();
        }
        String number = found.group("number");
        boolean isMoney = number != null
                && found.start("number") > 0
                && "£$€".indexOf(sentence.charAt(found.start("number") - 1)) >= 0;
        boolean isBand = number != null
                && Pattern.compile("\\bfirst\\s+" + Pattern.quote(number) + "\\b", Pattern.CASE_INSENSITIVE)
                        .matcher(sentence)
                        .find();
        return isMoney || isBand
                ? Optional.empty()
                : Optional.of(new CountedBound(
                        side,
                        number == null ? null : new BigDecimal(number.replace(",", "")),
                        number == null
                                && PAID_FOR.matcher(found.group("agreed")).find()));
    }

    /** Up to which percentage above the number nothing is charged. */
    static Optional<BigDecimal> tolerance(String sentence) {
        Matcher free = TOLERATED.matcher(sentence);
        return free.find() ? StatedPercent.in(free.group("share")) : Optional.empty();
    }

    /** What a sentence says is not counted. */
    static Optional<ItemWords> notCounted(String sentence) {
        Matcher things = NOT_COUNTED.matcher(sentence);
        return things.find() ? Optional.of(ItemWords.of(things.group("things"))) : Optional.empty();
    }

    static boolean grows(String sentence) {
        return GROWS.matcher(sentence).find();
    }
}
