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

/** Liquidated damages and liability caps. */
final class RiskRule implements LeverRule {
    private static final Pattern DAMAGES = Pattern.compile(
            "\\bliquidated\\s+damages\\b|\\bdelay\\s+damages\\b|\\bpenalt(?:y|ies)\\b[^.;]{0,100}\\b(?:per|each|every)\\s+(?:\\w+\\s+)?(?:day|week)|\\bfor\\s+(?:each|every)\\s+(?:\\w+\\s+)?(?:day|week|hour)\\s+of\\s+delay",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DAMAGES_RATE = Pattern.compile(
            "\\b(?:pay\\w*|equal|amount\\w*|rate|damages|of|entitled|credit\\w*|deduct\\w*)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CAP = Pattern.compile(
            "\\b(?:not\\s+(?:to\\s+)?exceed|maximum|up\\s+to|capped\\s+at|cap\\s+of|limited\\s+to|no\\s+more\\s+than|not\\s+more\\s+than|in\\s+excess\\s+of)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIABILITY = Pattern.compile(
            "\\bliabilit(?:y|ies)\\b|\\bliable\\b|\\bdamages\\b[^.;]{0,60}\\b(?:exceed|limited)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIMITS = Pattern.compile(
            "\\b(?:(?:not|never|no\\s+event)\\b[^.;]{0,200}?\\bexceed\\w*|shall\\s+(?:in\\s+no\\s+event\\s+)?exceed|limited\\s+to|in\\s+excess\\s+of|capped\\s+at|no\\s+greater\\s+than|exceeds?|exceeding|greater\\s+of|lesser\\s+of)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_CAP = Pattern.compile(
            "\\b(?:insurance|coverage|insured|policy|policies|indemnify,\\s+defend|defend,?\\s+(?:and\\s+)?indemnify|tax\\s+liabilit\\w+|deductible|payroll)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FEES = Pattern.compile(
            "\\b(?<base>(?:the\\s+)?(?:aggregate\\s+|total\\s+|greater\\s+of\\s+)?(?:amounts?|fees?|sums?|charges|purchase\\s+price|price|payments?|compensation|consideration|royalties)(?:\\s+(?:[\\w’'-]+\\s+){0,6}?(?:actually\\s+)?(?:paid|payable|received|due|paid\\s+(?:or|and)\\s+payable|it\\s+received)[^.;]{0,160})|(?:total\\s+)?contract\\s+(?:price|value|sum)|annual\\s+(?:fees?|charges))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MULTIPLE = Pattern.compile(
            "\\b(?:twice|two\\s+times|three\\s+times|\\d+(?:\\.\\d+)?\\s*(?:x|times))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern EITHER =
            Pattern.compile("\\b(?:greater|higher|larger|lesser|lower|smaller)\\s+of\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOSE = Pattern.compile(
            "\\b(?<holder>(?:[Ee]ither|[Ee]ach|[Nn]either|EITHER|[Aa])\\s+[Pp](?:arty|ARTY)|(?:the\\s+)?[A-Z][\\w-]*(?:\\s[A-Z][\\w-]*){0,2}?)(?:['’]s?)?\\s+(?:(?:total|aggregate|maximum|cumulative|entire|and|its\\s+\\w+)\\W+){0,4}?(?:liabilit|be\\s+liable)",
            Pattern.UNICODE_CHARACTER_CLASS);

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        List<Candidate> found = new ArrayList<>();
        if (sentence.says(DAMAGES)) {
            damages(sentence).ifPresent(found::add);
        } else if (sentence.says(LIABILITY) && sentence.says(LIMITS) && !sentence.says(NOT_CAP)) {
            cap(sentence).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Candidate> damages(LeverSentence sentence) {
        String text = sentence.text();
        Optional<ValueMatch> rate = Values.rate(text, 0);
        if (rate.isEmpty() || !sentence.says(DAMAGES_RATE)) {
            return Optional.empty();
        }
        List<LeverParameter> parameters =
                new ArrayList<>(List.of(parameter(Name.RATE, rate.get().value())));
        Values.FREQUENCIES.findFirst(text).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every.value())));
        Matcher cap = CAP.matcher(text);
        if (cap.find(Math.min(rate.get().end(), text.length()))) {
            Values.add(parameters, Name.CAP, Values.rate(text, cap.end()));
        }
        return Optional.of(
                sentence.lever(LeverType.LIQUIDATED_DAMAGES, parameters.size() > 1 ? 0.85 : 0.7, parameters));
    }

    private static Optional<Candidate> cap(LeverSentence sentence) {
        String text = sentence.text();
        Matcher limit = LIMITS.matcher(text);
        if (!limit.find()) {
            return Optional.empty();
        }
        Optional<ValueMatch> stated = Values.rate(text, limit.end());
        Matcher fees = FEES.matcher(text);
        boolean byFees = fees.find(limit.end());
        if (stated.isEmpty() && !byFees) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>();
        stated.ifPresent(match -> parameters.add(parameter(Name.CAP, match.value())));
        stated.filter(match -> EITHER.matcher(text).find())
                .flatMap(match -> Values.rate(text, match.end()))
                .ifPresent(match -> parameters.add(parameter(Name.CAP, match.value())));
        if (byFees) {
            Matcher multiple = MULTIPLE.matcher(text);
            String times = multiple.find() ? multiple.group() + " " : "";
            parameters.add(parameter(Name.BASE, times + fees.group("base")));
            Values.add(parameters, Name.PERIOD, Values.from(Values.DURATIONS.findAll(text), fees.start()));
        }
        sentence.holder(WHOSE).ifPresent(parameters::add);
        double confidence = 0.7 + (text.matches("(?is).*\\b(?:aggregate|total|maximum|cumulative)\\b.*") ? 0.12 : 0);
        return Optional.of(sentence.lever(LeverType.LIABILITY_CAP, confidence, parameters));
    }
}
