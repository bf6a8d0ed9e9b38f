package io.recital.extraction.rules.lever;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prices that a clause on prices lists without a verb: {@code Price: £18.40 for each routine sample and £46.00 for each urgent
 * sample}. One that cannot be told what it is for leaves all untold.
 */
final class BarePrices {
    private static final String MONEY_WORD = "(?:prices?|pricing|fees?|rates?|charges?|tariffs?)";
    private static final Pattern OF_PRICES = Pattern.compile("\\b" + MONEY_WORD + "\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGINS = Pattern.compile(
            "^\\W*(?:(?:\\d[\\d.]*|\\p{Lu}|\\(?[a-z\\d]{1,3}\\))[.)]?\\s+)?(?:(?:[\\p{L}-]+\\s+){0,2}" + MONEY_WORD
                    + "\\s*[.:–—-]*\\s*)?(?:(?:at|of)\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GOES_ON =
            Pattern.compile("^\\s*(?:[,;]\\s*(?:and|or|plus)?|and|or|plus)\\s*$", Pattern.CASE_INSENSITIVE);
    private static final String TIME = "(?:(?:calendar|working|started|full)\\s+)?(?:hour|day|week|month|quarter|year)";
    private static final Pattern OF_EACH = Pattern.compile(
            "^\\s*(?:for\\s+(?:each|every|an?)|per|an?|each|every|/)\\s*(?:(?<unit>" + TIME
                    + ")(?:\\s+(?:for|of)\\s+(?:(?:each|every|an?|the)\\s+)?(?<whose>[\\p{L}][\\p{L} -]{1,40}?))?"
                    + "|(?<item>\\p{L}[\\p{L}\\d -]{1,40}?(?:\\s*\\([^()]{2,40}\\))?))(?=\\s*(?:[,.;]|\\b(?:and|or|plus)\\b|$))",
            Pattern.CASE_INSENSITIVE);

    private BarePrices() {}

    /** The prices in order; empty where the sentence says anything else before one of them. */
    static List<PriceWords.Told> read(LeverSentence sentence) {
        String text = sentence.text().replace('\n', ' ');
        List<PriceWords.Told> told = new ArrayList<>();
        int from = 0;
        for (ValueMatch amount : sentence.figures().amounts()) {
            if (amount.start() < from || !(amount.value() instanceof TypedValue.Amount)) {
                return List.of();
            }
            Pattern before = told.isEmpty() ? BEGINS : GOES_ON;
            Matcher each = OF_EACH.matcher(text.substring(amount.end()));
            if (!before.matcher(text.substring(from, amount.start())).find() || !each.find()) {
                return List.of();
            }
            String item = each.group("unit") == null ? each.group("item") : each.group("whose");
            if (item == null) {
                return List.of();
            }
            told.add(new PriceWords.Told(
                    item.strip(),
                    amount,
                    each.group("unit") == null ? "" : each.group("unit").strip()));
            from = amount.end() + each.end();
        }
        return isOfPrices(sentence, text) ? told : List.of();
    }

    private static boolean isOfPrices(LeverSentence sentence, String text) {
        int first = sentence.figures().amounts().isEmpty()
                ? 0
                : sentence.figures().amounts().get(0).start();
        return sentence.headed(OF_PRICES)
                || OF_PRICES.matcher(text.substring(0, first)).find();
    }
}
