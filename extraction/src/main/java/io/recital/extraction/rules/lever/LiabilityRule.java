package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.NumberWords;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Liability caps: the most that one side can be made to pay the other, as a sum, a multiple or what was paid. */
final class LiabilityRule implements LeverRule {
    private static final Pattern AND_TO =
            Pattern.compile("\\band\\s+(?:limited\\s+)?to\\s+$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMES = Pattern.compile(
            "\\b(?:(?<words>twice|two|three|four|five|ten)|(?<figures>\\d{1,2}))(?:\\s*\\(\\d{1,2}\\))?(?:\\s+times|(?<=twice))\\s+(?<base>[^,.;]{3,80})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIABILITY = Pattern.compile(
            "\\bliabilit(?:y|ies)\\b|\\bthe\\s+most\\s+(?:that\\s+)?[^.;]{0,60}\\b(?:pay|owe|liable|claim|recover)\\b|\\bliable\\b|\\bdamages\\b[^.;]{0,160}\\b(?:exceed|limited)|\\bindemni\\w+\\b[^.;]{0,160}\\bexceed|\\bamounts?\\s+recoverable\\b|\\brecover\\b[^.;]{0,80}\\bdamages",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIMITS = Pattern.compile(
            "\\b(?:(?:not|never|no\\s+event|nor|no\\s+circumstances)\\b[^.;]{0,240}?\\bexceed\\w*|shall\\s+(?:in\\s+no\\s+event\\s+)?exceed|limited\\s+(?:\\w+\\s+)?(?:to|by)|in\\s+excess\\s+of|capped\\s+at|(?:be\\s+)?(?:no\\s+)?(?:greater|more|larger|higher)\\s+than|exceeds?|exceeding|greater\\s+of|lesser\\s+of|up\\s+to|maximum\\s+(?:aggregate\\s+)?liability|(?:for|to)\\s+(?:up\\s+to\\s+)?(?:no\\s+more\\s+than\\s+)?(?=(?:twice|two|three|four|five|\\d+)\\s+times\\b))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_CAP = Pattern.compile(
            "\\b(?:insurance\\s+(?:coverage|policy|policies|certificate)|insured|polic(?:y|ies)\\s+of|(?:general|product|products|professional|automobile|employer\\S*|umbrella|public)\\s+liability|maintain\\w*\\s+[^.;]{0,60}\\binsurance|tax\\s+liabilit\\w+|deductible|payroll|balance\\s+sheet|net\\s+worth|shall\\s+not\\s+be\\s+liable\\s+(?:for\\s+)?(?:any\\s+)?(?:until|unless))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FEES = Pattern.compile(
            "\\b(?<base>(?:the\\s+)?(?:aggregate\\s+|total\\s+|greater\\s+of\\s+|net\\s+|gross\\s+)?(?:amounts?|fees?|sums?|charges|purchase\\s+price|price|payments?|compensation|consideration|royalties|monies|revenues?|proceeds|commissions?|portion|cost)(?:\\s+(?:[\\w’'()-]+,?\\s+){0,9}?(?:actually\\s+)?(?:paid|pays|payable|received|receives|due|paid\\s+(?:or|and)\\s+payable|it\\s+received|owed|earned|receivable|invoiced)[^.;]{0,160})|(?:the\\s+)?(?:total\\s+)?contract\\s+(?:price|value|sum)|(?:the\\s+)?purchase\\s+price[^.;]{0,80}|(?:the\\s+)?(?:annual|monthly)\\s+(?:service\\s+)?(?:fees?|charges|payments?)|[\\w()\\s]{0,20}months?['’]s?\\s+(?:of\\s+)?(?:fees|charges)|(?<!times\\s)(?<!times\\sthe\\s)(?:the\\s+)?(?:price|cost|value)\\s+of\\s+(?:the|such)\\s+[\\w\\s]{3,40})",
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
        if (sentence.says(LIABILITY)
                && sentence.says(LIMITS)
                && !sentence.says(NOT_CAP)
                && !DamagesRule.isAbout(sentence)) {
            cap(sentence).ifPresent(found::add);
        }
        return found;
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
            return multiple(sentence, limit.end());
        }
        List<LeverParameter> parameters = new ArrayList<>();
        stated.ifPresent(match -> parameters.add(parameter(Name.CAP, match.value())));
        stated.filter(match -> EITHER.matcher(text).find())
                .flatMap(match -> Values.rate(text, match.end()))
                .ifPresent(match -> parameters.add(parameter(Name.CAP, match.value())));
        stated.flatMap(match -> Values.rate(text, match.end()))
                .filter(match ->
                        AND_TO.matcher(text.substring(0, match.start())).find())
                .ifPresent(match -> parameters.add(parameter(Name.CAP, match.value())));
        Values.frequency(text).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
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

    /** A cap that is a multiple of a price: {@code three times the charge for the Service}. */
    private static Optional<Candidate> multiple(LeverSentence sentence, int from) {
        Matcher times = TIMES.matcher(sentence.text());
        if (!times.find(Math.min(from, sentence.text().length()))) {
            return Optional.empty();
        }
        String words = times.group("words");
        BigDecimal count = words == null
                ? new BigDecimal(times.group("figures"))
                : NumberWords.parse(words).orElse(BigDecimal.valueOf(2));
        return Optional.of(sentence.lever(
                LeverType.LIABILITY_CAP,
                0.75,
                List.of(parameter(
                        Name.CAP,
                        new TypedValue.Quantity(
                                count, "times " + times.group("base").replaceAll("\\s+", " "))))));
    }
}
