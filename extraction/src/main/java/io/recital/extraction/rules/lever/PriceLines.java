package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A price list without cells and without verbs, as plain text leaves it: {@code Set-up $500 Hosting $40 per month}. */
final class PriceLines {
    private static final Pattern VERB = Pattern.compile(
            "\\b(?:shall|will|must|may|agrees?|is|are|was|were|has|have|pays?|provided|if|means|pursuant|becomes?|earns?|gives?|grants?|exceeds?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PRICES = Pattern.compile(
            "\\b(?:fees?|pric(?:es?|ing)|rates?|charges?|payments?|bonus(?:es)?|costs?|compensation|commissions?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER = Pattern.compile(
            "\\b(?:insur\\w+|liabilit\\w+|coverage|shares?|stock|minimum|aggregate|occurrence|tax(?:es)?|total)\\b|%",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_LINE = 200;
    private static final Pattern AMOUNT = Pattern.compile("[$€£]\\s?\\d");
    private static final Pattern LABEL = Pattern.compile("(?<label>[\\p{L}\\d][^.;$€£]{2,70}?)[\\s:=–—-]*$");
    private static final Pattern EACH =
            Pattern.compile("^\\s*(?:per|/|each)\\s*(?<unit>[\\p{L}-]{3,})", Pattern.CASE_INSENSITIVE);

    /** Whether words could be a line of a list that goes on: {@code Set-up  $500}. */
    static boolean isLine(String words) {
        return words.length() <= LONGEST_LINE
                && AMOUNT.matcher(words).find()
                && !VERB.matcher(words).find();
    }

    /** The list as one lever; empty unless every amount has its label. */
    Optional<Candidate> judge(LeverSentence sentence) {
        List<ValueMatch> amounts = sentence.figures().amounts();
        boolean about = sentence.says(PRICES)
                || sentence.headed(PRICES)
                || sentence.stemSays(PRICES)
                || sentence.follows(PRICES);
        if (amounts.isEmpty() || !about || sentence.says(VERB) || sentence.says(OTHER)) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>();
        int from = 0;
        for (ValueMatch amount : amounts) {
            Matcher label = LABEL.matcher(sentence.text().substring(from, amount.start()));
            if (!label.find()) {
                return Optional.empty();
            }
            parameters.add(parameter(Name.ITEM, label.group("label")));
            parameters.add(parameter(Name.RATE, amount.value()));
            from = amount.end();
        }
        String after = sentence.text().substring(amounts.get(0).end());
        Matcher each = EACH.matcher(after);
        if (each.find()) {
            parameters.add(parameter(Name.BASE, each.group("unit")));
            Values.FREQUENCIES
                    .findFirst(after)
                    .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every.value())));
        }
        return Optional.of(sentence.lever(LeverType.RATE_CARD, 0.68, parameters));
    }
}
