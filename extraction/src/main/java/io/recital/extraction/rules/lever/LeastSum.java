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

/**
 * What charges, fees or royalties of a period must at least come to: {@code our charges will not be less than £900 in any
 * month}, {@code if the royalties of a year are less than $9,000, Licensee pays the difference}.
 */
final class LeastSum {
    private static final String SUMS =
            "(?:charges?|fees?|royalt(?:y|ies)|rents?|rentals?|hire|premiums?|commissions?|contributions?|payments?|remuneration|spend(?:ing)?|expenditure|turnover|sales|purchases|orders|billings?|invoices|invoiced|amounts?|sums?)";
    private static final String SUBJECT = "(?<base>(?:[\\p{L}’'-]+\\s+){0,9}?" + SUMS + "\\b[^.;:$€£]{0,90}?)";
    private static final Pattern NOT_LESS = Pattern.compile(
            "\\b" + SUBJECT
                    + "\\s*,?\\s*\\b(?:(?:shall|will|must|may|are|is|to|should)\\s+)?(?:in\\s+no\\s+event\\s+)?(?:(?:be\\s+)?(?:not|never|no)\\s+(?:be\\s+|fall\\s+|come\\s+to\\s+|amount\\s+to\\s+|total\\s+)?(?:less|lower|below|under|smaller)(?:\\s+than)?"
                    + "|(?:be|come\\s+to|amount\\s+to|total|add\\s+up\\s+to|reach)\\s+at\\s+least)\\s+$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IF_LESS = Pattern.compile(
            "\\b(?:if|where|when|whenever|should|in\\s+case|to\\s+the\\s+extent(?:\\s+that)?)\\s+" + SUBJECT
                    + "\\s*,?\\s*\\b(?:(?:is|are|be|were|was|comes?\\s+to|came\\s+to|amounts?\\s+to|totals?|totalled|adds?\\s+up\\s+to|falls?|fell|drops?|stays?|remains?)\\s+)?(?:less\\s+than|lower\\s+than|smaller\\s+than|below|under|short\\s+of|(?:do(?:es)?|did)\\s+not\\s+(?:reach|come\\s+to|amount\\s+to|total))\\s+(?:a\\s+total\\s+of\\s+|the\\s+sum\\s+of\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MADE_UP = Pattern.compile(
            "\\b(?:pa(?:y|ys|id|yable)|owes?|owed|makes?|made|invoices?d?|bills?|billed|charged?|due|compensates?|tops?|credits?)\\b[^.;]{0,60}?\\b(?:(?:the|such|any|that|this|its)\\s+(?:\\p{L}+\\s+){0,2}?(?:difference|shortfall|balance|deficit|deficiency|gap|remainder)\\b|up\\b)"
                    + "|\\b(?:difference|shortfall|balance|deficit|deficiency)\\b[^.;]{0,60}?\\b(?:pa(?:id|yable)|due|invoiced|billed|charged|owed)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ARTICLE = Pattern.compile("^(?:the|our|your|its|any)\\s+", Pattern.CASE_INSENSITIVE);

    private LeastSum() {}

    static Optional<Candidate> of(LeverSentence sentence) {
        for (ValueMatch amount : sentence.figures().amounts()) {
            String before = sentence.text().substring(0, amount.start());
            Matcher notLess = NOT_LESS.matcher(before);
            Matcher ifLess = IF_LESS.matcher(before);
            boolean conditional = ifLess.find()
                    && MADE_UP.matcher(sentence.text().substring(amount.end())).find();
            if (conditional) {
                return Optional.of(minimum(sentence, amount, ifLess.group("base")));
            }
            if (notLess.find()) {
                return Optional.of(minimum(sentence, amount, notLess.group("base")));
            }
        }
        return Optional.empty();
    }

    private static Candidate minimum(LeverSentence sentence, ValueMatch amount, String base) {
        List<LeverParameter> parameters = new ArrayList<>(List.of(parameter(Name.VOLUME, amount.value())));
        parameters.add(parameter(Name.BASE, ARTICLE.matcher(base.strip()).replaceFirst("")));
        MinimumPeriod.of(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        return sentence.lever(LeverType.MINIMUM_COMMITMENT, 0.8, parameters);
    }
}
