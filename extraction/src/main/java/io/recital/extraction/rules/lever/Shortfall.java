package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What falling short of a minimum costs, and what is carried over to the next period. */
final class Shortfall {
    private static final String DONE =
            "(?:taken(?:\\s+off)?|accepted|ordered|purchased|tendered|bought|shipped|used|offered|called\\s+off|drawn|delivered|booked|supplied|reached)";
    private static final String MISSING =
            "(?:short\\b|missing|wanting|lacking|(?:in\\s+)?(?:the\\s+)?shortfall|untaken|" + DONE
                    + "\\s+(?:less|fewer)|not\\s+(?:been\\s+)?" + DONE + ")";
    private static final Pattern EACH = Pattern.compile(
            "\\b(?:each|every|per)\\s+(?:(?:full|whole|started|commenced|one)\\s+)?(?:[\\d,.]*\\d\\s+)?(?!(?:percentage\\s+)?points?\\b|percent)[\\p{L}³²-]+(?:\\s+(?:by\\s+)?(?:which|that))?"
                    + "(?:\\s+(?:(?:it|they|you|we|the\\s+\\p{L}+)\\s+)?(?:is|are|was|were|remains?|of|has|have)(?:\\s+been)?)?\\s+(?:(?:the|such|any)\\s+)?(?:"
                    + MISSING + "|(?:below|under|less\\s+than)\\s+(?:(?:that|this|the|such)\\b|(?<least>\\d[\\d,]*)))"
                    + "|\\b(?:each|every|per)\\s+(?:[\\d,.]*\\d\\s+)?[\\p{L}-]+\\s+by\\s+which\\b[^.;]{0,80}?\\b(?:short|below|under|less|fewer)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WHAT = Pattern.compile(
            "\\b(?:quantit(?:y|ies)|volumes?|what|anything|days?|hours?|units?|tonnes?|tons|pieces|part|balance)\\s+(?:(?:that|which)\\s+)?(?:(?:is|are|was|were|remains?)\\s+)?"
                    + MISSING,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHORT = Pattern.compile(
            "\\b(?:shortfall|falls?\\s+short|deficien\\w+|(?:less|lower)\\s+than\\s+the\\s+(?:agreed\\s+)?minimum|below\\s+(?:the|this|that|such)\\s+(?:minimum|number|quantity|volume|figure)"
                    + "|(?:tak|tender|order|buy|purchas|accept|draw|call|offer|us|ship)\\w*\\s+(?:off\\s+)?(?:fewer|less)|untaken|missing\\s+quantit\\w+|difference)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAYS = Pattern.compile(
            "\\b(?:pa(?:y|ys|id|yable)|owes?|owed|charged?|charges|invoices?d?|bills?|billed|compensat\\w+)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CARRIED = Pattern.compile(
            "\\b(?:carr(?:y|ied)\\s+(?:forward|over)|carry-?forward|(?:credited|counted|set\\s+off|applied|reckoned)\\s+(?:to|against|towards?|for)\\s+(?:the\\s+)?(?:next|following|subsequent|succeeding|[\\p{L}-]+\\s+(?:that|which)\\s+follows?))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MOST = Pattern.compile(
            "\\b(?:not\\s+more\\s+than|no\\s+more\\s+than|up\\s+to|not\\s+exceed\\w*|at\\s+most|maximum\\s+of|limited\\s+to)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF = Pattern.compile(
            "^\\s*\\)?\\s*of\\s+(?<base>(?:the\\s+)?(?:[\\p{L}-]+\\s+){0,3}?(?:prices?|charges?|fees?|rates?|value))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final String FAILED =
            "(?:(?:not|cannot|never)\\b[^.;]{0,30}?\\b(?:deliver|suppl|carr|ship|fill|perform|collect|provid|accept)\\w*|declin\\w+|refus\\w+|reject\\w+|fail(?:s|ed)?\\s+to\\s+\\p{L}+)";
    private static final String COUNTED =
            "(?:counts?\\b|counted|deemed|treated\\s+as|regarded\\s+as|reduces?\\b|lowers?\\b|credited)";
    private static final Pattern COUNTS = Pattern.compile(
            "\\b" + FAILED + "[^.;]{0,160}?\\b" + COUNTED + "|\\b" + COUNTED + "[^.;]{0,100}?\\b" + FAILED,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INVOICED = Pattern.compile(
            "\\b(?:invoic|bill|charg)\\w*\\b[^.;]{0,40}?\\b(?:shortfall|compensation|payment\\s+under|deficiency|difference)\\b[^.;]{0,80}?\\b(?:within|before|by|until|not\\s+later)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PER = Pattern.compile(
            "\\b(?:each|every|per|an?\\s+(?:tonne|ton|unit|piece|case|pallet|load|kg|litre|seat|user))\\b",
            Pattern.CASE_INSENSITIVE);

    private Shortfall() {}

    /** Whether a sentence says what each missing unit costs. */
    static boolean isPriced(String text) {
        return isOfMissing(text) && PAYS.matcher(text).find();
    }

    private static boolean isOfMissing(String text) {
        return EACH.matcher(text).find() || WHAT.matcher(text).find();
    }

    /** Whether a sentence says what counts although it was not taken, or until when a shortfall may be invoiced. */
    static boolean isLessened(String text) {
        return COUNTS.matcher(text).find() || INVOICED.matcher(text).find();
    }

    static boolean isCarried(String text) {
        return CARRIED.matcher(text).find();
    }

    /** The price of a missing unit in the words that state the minimum, after it. */
    static List<LeverParameter> priceIn(String text, int from) {
        String rest = text.substring(from);
        Matcher pays = PAYS.matcher(rest);
        List<LeverParameter> found = new ArrayList<>();
        if (isOfMissing(rest) && pays.find()) {
            Values.rate(rest, pays.end()).ifPresent(rate -> found.addAll(price(rest, rate)));
        }
        return found;
    }

    static void add(List<LeverParameter> known, String next, List<LeverParameter> added) {
        if (!LeverTerms.has(known, Name.RATE)
                && isAbout(known, next)
                && PAYS.matcher(next).find()) {
            Optional<ValueMatch> rate = Values.rate(next, 0).filter(found -> isPrice(next, found));
            rate.ifPresent(found -> added.addAll(price(next, found)));
            rate.filter(found -> !LeverTerms.has(known, Name.PERIOD))
                    .ifPresent(found ->
                            Values.add(added, Name.PERIOD, Values.from(Values.DURATIONS.findAll(next), found.end())));
        }
        Matcher most = MOST.matcher(next);
        if (!LeverTerms.has(known, Name.CAP) && isCarried(next) && most.find()) {
            Values.add(
                    added,
                    Name.CAP,
                    Values.from(Values.PERCENTS.findAll(next), most.end())
                            .or(() -> Values.from(Values.QUANTITIES.findAll(next), most.end() - 1))
                            .or(() -> Values.COUNTS.at(next, most.end())));
        }
    }

    /** Whether it speaks of what is missing; where it names the number that was not reached, of this minimum. */
    private static boolean isAbout(List<LeverParameter> known, String next) {
        Matcher each = EACH.matcher(next);
        if (each.find() && each.group("least") != null) {
            BigDecimal least = new BigDecimal(each.group("least").replace(",", ""));
            return known.stream()
                    .filter(parameter -> parameter.name() == Name.VOLUME)
                    .anyMatch(parameter -> parameter.value() instanceof TypedValue.Quantity volume
                            && volume.value().compareTo(least) == 0);
        }
        return SHORT.matcher(next).find() || isOfMissing(next);
    }

    /** A share, or a sum for each unit; a sum alone is no price of what is missing. */
    private static boolean isPrice(String text, ValueMatch rate) {
        return rate.value() instanceof TypedValue.Percent || PER.matcher(text).find();
    }

    private static List<LeverParameter> price(String text, ValueMatch rate) {
        List<LeverParameter> price = new ArrayList<>(List.of(parameter(Name.RATE, rate.value())));
        Matcher of = OF.matcher(text.substring(rate.end()));
        if (rate.value() instanceof TypedValue.Percent && of.find()) {
            price.add(parameter(Name.BASE, of.group("base")));
        }
        return price;
    }
}
