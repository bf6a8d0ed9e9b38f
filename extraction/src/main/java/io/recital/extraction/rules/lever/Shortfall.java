package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What falling short of a minimum costs, and what is carried over to the next period. */
final class Shortfall {
    private static final Pattern SHORT = Pattern.compile(
            "\\b(?:shortfall|falls?\\s+short|deficien\\w+|(?:less|lower)\\s+than\\s+the\\s+minimum|below\\s+the\\s+minimum"
                    + "|(?:tak|tender|order|buy|purchas|accept|draw|call)\\w*\\s+(?:off\\s+)?(?:fewer|less)|(?:each|every|per)\\s+\\p{L}+\\s+(?:(?:that|which)\\s+)?(?:(?:is|it\\s+is|remains?|of)\\s+)?(?:short|missing|wanting|lacking|not\\s+(?:taken|accepted|ordered|purchased|tendered))"
                    + "|untaken|missing\\s+quantit\\w+|quantit\\w+\\s+(?:not\\s+taken|missing))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAYS = Pattern.compile("\\bpa(?:y|ys|id|yable)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern EACH = Pattern.compile(
            "\\b(?:each|every|per)\\s+\\p{L}+\\s+(?:(?:that|which)\\s+)?(?:(?:is|it\\s+is|remains?|of)\\s+)?(?:short\\b|missing|wanting|lacking|not\\s+(?:taken|accepted|ordered|purchased|tendered))",
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

    private Shortfall() {}

    /** Whether a sentence says what each missing unit costs. */
    static boolean isPriced(String text) {
        return EACH.matcher(text).find() && PAYS.matcher(text).find();
    }

    static boolean isCarried(String text) {
        return CARRIED.matcher(text).find();
    }

    /** The price of a missing unit in the words that state the minimum, after it. */
    static List<LeverParameter> priceIn(String text, int from) {
        String rest = text.substring(from);
        Matcher pays = PAYS.matcher(rest);
        List<LeverParameter> found = new ArrayList<>();
        if (EACH.matcher(rest).find() && pays.find()) {
            Values.rate(rest, pays.end()).ifPresent(rate -> found.addAll(price(rest, rate)));
        }
        return found;
    }

    static void add(List<LeverParameter> known, String next, List<LeverParameter> added) {
        if (!LeverTerms.has(known, Name.RATE)
                && SHORT.matcher(next).find()
                && PAYS.matcher(next).find()) {
            Optional<ValueMatch> rate = Values.rate(next, 0);
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

    private static List<LeverParameter> price(String text, ValueMatch rate) {
        List<LeverParameter> price = new ArrayList<>(List.of(parameter(Name.RATE, rate.value())));
        Matcher of = OF.matcher(text.substring(rate.end()));
        if (rate.value() instanceof TypedValue.Percent && of.find()) {
            price.add(parameter(Name.BASE, of.group("base")));
        }
        return price;
    }
}
