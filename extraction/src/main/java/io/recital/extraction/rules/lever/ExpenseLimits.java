package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an expense may cost at most, of each kind: {@code hotel up to £135 a night, dinner up to £30 a head}. */
final class ExpenseLimits {
    private static final String EXPENSE =
            "(?:hotels?|accommodation|lodging|overnight\\s+stays?|dinners?|lunch(?:es)?|breakfasts?|meals?|subsistence|per\\s+diems?|parking|taxis?|(?:rail|train|air|travel)\\s+fares?|flights?|hire\\s+cars?|car\\s+hire)"
                    + "(?:\\s+(?:costs?|expenses?|rooms?|accommodation|charges?|bills?|stays?))?(?:\\s+(?:in|outside)\\s+(?:the\\s+)?\\p{Lu}\\p{L}+)?";
    private static final String MOST =
            "(?:up\\s+to|at\\s+(?:the\\s+)?most|not\\s+(?:to\\s+)?exceed(?:ing)?|(?:no|not)\\s+more\\s+than|(?:to\\s+|of\\s+)?a\\s+maximum\\s+of|maximum(?:\\s+of)?|max\\.?|limited\\s+to|capped\\s+at|subject\\s+to\\s+(?:a\\s+limit|an\\s+upper\\s+limit|a\\s+cap)\\s+of)";
    private static final Pattern LIMITED = Pattern.compile(
            "\\b(?<item>" + EXPENSE + ")\\b[^.;,£$€\\d]{0,60}?(?:,\\s+but\\s+(?:\\w+\\s+){0,2})?\\b" + MOST
                    + "\\s*:?\\s*$",
            Pattern.CASE_INSENSITIVE);
    /** The same kind elsewhere: {@code or £180 a night in London}. */
    private static final Pattern OR =
            Pattern.compile("^[\\s,;]*(?:or|and|but)\\s+(?:" + MOST + "\\s+)?$", Pattern.CASE_INSENSITIVE);

    private static final Pattern EACH = Pattern.compile(
            "^\\s*(?:\\([^)]{0,40}\\)\\s*)?(?:per|an?|each|for\\s+each|for\\s+every|/)\\s*(?<unit>night|head|person|day|meal|journey|trip|stay|room|traveller)\\b(?:\\s+(?<place>(?:in|outside)\\s+(?:the\\s+)?\\p{Lu}\\p{L}+))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_EXPENSE = Pattern.compile(
            "\\b(?:liab\\w+|insur\\w+|indemn\\w+|damages|deposit|penalt\\w+)\\b", Pattern.CASE_INSENSITIVE);
    private static final double SURE = 0.82;

    private ExpenseLimits() {}

    static boolean areIn(LeverSentence sentence) {
        return !judge(sentence).isEmpty();
    }

    /** One lever for each limit, none for sums that limit nothing of the kind. */
    static List<Candidate> judge(LeverSentence sentence) {
        if (sentence.says(NO_EXPENSE)) {
            return List.of();
        }
        String text = sentence.text().replace('\n', ' ');
        List<Candidate> limits = new ArrayList<>();
        String kind = "";
        int from = 0;
        for (ValueMatch amount : sentence.figures().amounts()) {
            if (amount.start() < from || !(amount.value() instanceof TypedValue.Amount)) {
                continue;
            }
            String before = text.substring(from, amount.start());
            Matcher limited = LIMITED.matcher(before);
            Matcher each = EACH.matcher(text.substring(amount.end()));
            boolean named = limited.find();
            boolean again = !kind.isEmpty() && OR.matcher(before).find();
            if (each.find() && (named || again)) {
                kind = named ? limited.group("item").strip() : kind;
                String place = each.group("place");
                limits.add(sentence.lever(
                        LeverType.RATE_CARD,
                        SURE,
                        List.<LeverParameter>of(
                                parameter(Name.ITEM, place == null ? kind : kind + " " + place),
                                parameter(Name.CAP, amount.value()),
                                parameter(Name.BASE, each.group("unit")))));
                from = amount.end() + each.end();
            } else {
                kind = "";
                from = amount.end();
            }
        }
        return limits;
    }
}
