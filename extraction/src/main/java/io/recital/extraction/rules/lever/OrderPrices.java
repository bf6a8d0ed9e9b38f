package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;

/** A price and a lower one for whoever orders much at once: {@code $42 for each kit; for an order of 1,000 kits or more it is $39.50}. */
final class OrderPrices {
    private static final Pattern EACH = Pattern.compile(
            "^\\s*(?:(?:for\\s+(?:each|every|an?)|per|an?|each|every|/)\\s*(?<unit>\\p{L}[\\p{L}-]+)|each|apiece)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ORDER = Pattern.compile(
            "\\b(?<order>orders?|call-?offs?|consignments?|batch(?:es)?|deliver(?:y|ies)|purchases?)\\s+(?:(?:is|are|placed|made)\\s+)?(?:of|for|with|exceeds?|exceeding|from|over|above)?\\s*"
                    + "(?<over>more\\s+than|over|above|exceeding|in\\s+excess\\s+of|at\\s+least|not\\s+(?:less|fewer)\\s+than|no\\s+fewer\\s+than)?\\s*(?<count>\\d[\\d,]*)\\s+(?<unit>\\p{L}[\\p{L}-]+)(?<more>\\s+(?:or|and)\\s+(?:more|above|over|upwards))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXCEEDS =
            Pattern.compile("\\b(?:exceed\\w*|over|above|more\\s+than|in\\s+excess)\\b", Pattern.CASE_INSENSITIVE);
    private static final double SURE = 0.82;

    private OrderPrices() {}

    /** The two prices as breaks by the order; empty where one of them or the quantity is not told. */
    static Optional<Candidate> judge(LeverSentence sentence, List<ValueMatch> amounts) {
        String text = sentence.text().replace('\n', ' ');
        if (amounts.size() != 2 || amounts.stream().anyMatch(each -> !(each.value() instanceof TypedValue.Amount))) {
            return Optional.empty();
        }
        Matcher each = EACH.matcher(text.substring(amounts.get(0).end()));
        Matcher order = ORDER.matcher(text).region(amounts.get(0).end(), text.length());
        if (!each.find() || !order.find() || !isLower(amounts)) {
            return Optional.empty();
        }
        BigDecimal count = new BigDecimal(order.group("count").replace(",", ""));
        boolean included =
                order.group("more") != null || !EXCEEDS.matcher(order.group()).find();
        String unit = order.group("unit");
        TypedValue tiers = new TypedValue.Tiers(List.of(
                new Tier(null, true, count, !included, unit, amounts.get(0).value()),
                new Tier(count, included, null, false, unit, amounts.get(1).value())));
        String item = each.group("unit") == null ? unit : each.group("unit");
        return Optional.of(sentence.lever(
                LeverType.VOLUME_DISCOUNT,
                SURE,
                List.of(
                        parameter(Name.ITEM, item),
                        parameter(Name.TIERS, tiers),
                        parameter(Name.BASE, "each " + item + " of that order"))));
    }

    private static boolean isLower(List<ValueMatch> amounts) {
        BigMoney first = ((TypedValue.Amount) amounts.get(0).value()).value();
        BigMoney second = ((TypedValue.Amount) amounts.get(1).value()).value();
        return first.isSameCurrency(second) && second.isLessThan(first);
    }
}
