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

/** One percentage for whoever buys for more than a sum: {@code where purchases exceed £90,000, Seller credits 4% of the excess}. */
final class ThresholdRewards {
    private static final Pattern GIVES = Pattern.compile(
            "\\b(?:credit(?:s|ed)?|refund(?:s|ed)?|repa(?:y|ys|id)|returns?|returned|back|rebate[sd]?|bonus(?:es)?|incentives?|discount(?:s|ed)?|allow(?:s|ed|ances?)?|grants?|kick-?back)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTERWARDS = Pattern.compile(
            "\\b(?:refund(?:s|ed)?|repa(?:y|ys|id)|returns?|returned|back|rebate[sd]?|bonus(?:es)?|incentives?|kick-?back)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BOUGHT = Pattern.compile(
            "\\b(?:purchases?d?|turnover|spend|spent|orders?|ordered|bought|buys?|invoiced?|fees|charges|business)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PASSES = Pattern.compile(
            "\\b(?:exceed(?:s|ed|ing)?|above|over|beyond|more\\s+than|in\\s+excess\\s+of|pass(?:es|ed)?|reach(?:es|ed)?|at\\s+least|not\\s+less\\s+than|amount\\s+to|come\\s+to)\\s+(?:a\\s+total\\s+of\\s+|the\\s+sum\\s+of\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    /** … or the sum stands before the word: {@code £40,000 or more}. */
    private static final Pattern OR_MORE =
            Pattern.compile("^\\s*(?:or|and)\\s+(?:more|above|over|greater)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_REWARD = Pattern.compile(
            "\\b(?:within\\b[^.;]{0,60}\\bpa(?:id|y)|pa(?:id|ys?)\\b[^.;]{0,40}\\bwithin|insur\\w+|liabilit\\w+|royalt\\w+|claims?|damages|overcharg\\w+|audit\\w*|difference|shortfall)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BASE = Pattern.compile(
            "^[\\s)]*(?:back\\s+)?(?:of|on)\\s+(?<base>[^.;,]{3,60}?)(?=\\s+(?:above|over|exceeding|in\\s+excess|beyond|within|in\\s+(?:any|each|a)|if|when|where|by|for|after)\\b|[.;,]|$)",
            Pattern.CASE_INSENSITIVE);

    private ThresholdRewards() {}

    static Optional<Candidate> read(LeverSentence sentence) {
        List<ValueMatch> percents = sentence.figures().percents();
        List<ValueMatch> sums = sentence.figures().amounts();
        boolean told = percents.size() == 1
                && sums.size() == 1
                && sentence.says(GIVES)
                && sentence.says(BOUGHT)
                && !sentence.says(NO_REWARD)
                && isPassed(sentence.text(), sums.get(0));
        return told ? Optional.of(reward(sentence, percents.get(0), sums.get(0))) : Optional.empty();
    }

    private static boolean isPassed(String text, ValueMatch sum) {
        return PASSES.matcher(text.substring(0, sum.start())).find()
                || OR_MORE.matcher(text.substring(sum.end())).find();
    }

    private static Candidate reward(LeverSentence sentence, ValueMatch rate, ValueMatch floor) {
        List<LeverParameter> parameters =
                new ArrayList<>(List.of(parameter(Name.RATE, rate.value()), parameter(Name.FLOOR, floor.value())));
        Matcher base = BASE.matcher(sentence.text().substring(rate.end()));
        if (base.find()) {
            parameters.add(parameter(Name.BASE, base.group("base")));
        }
        MinimumPeriod.of(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        LeverType type = sentence.says(AFTERWARDS) ? LeverType.REBATE : LeverType.VOLUME_DISCOUNT;
        return sentence.lever(type, 0.75, parameters);
    }
}
