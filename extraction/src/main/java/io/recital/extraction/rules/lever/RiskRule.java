package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private static final Pattern CAP_ONLY = Pattern.compile(
            "\\bdamages\\b[^.;]{0,120}?\\b(?:shall|may|must|will|do)\\s+(?:in\\s+no\\s+event\\s+|in\\s+no\\s+case\\s+|not\\s+)(?:in\\s+\\w+\\s+)?exceed\\b|\\bdamages\\b[^.;]{0,80}\\b(?:are|is|be)\\s+(?:limited|capped)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BASE = Pattern.compile(
            "\\G[^.;]{0,20}?\\b(?:of|for\\s+each|for\\s+every|per|from)\\s+(?<base>(?:the\\s+|its\\s+|such\\s+)?(?:[\\w’'-]+\\s+){0,4}(?:price|payment|value|fees?|charges?|delivery|deliveries|pallet|order|amount|unit|shipment)(?:\\s+for\\s+that\\s+\\w+)?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXCESS = Pattern.compile(
            "\\bfor\\s+(?:each|every)\\s+(?<unit>(?:[\\w’-]+\\s+){1,3}?)(?:in\\s+excess\\s+of|above|over|beyond|more\\s+than)\\s+(?<count>\\d[\\d,]*)(?!\\s*[%.]\\d?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AND_TO =
            Pattern.compile("\\band\\s+(?:limited\\s+)?to\\s+$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMES = Pattern.compile(
            "\\b(?:(?<words>twice|two|three|four|five|ten)|(?<figures>\\d{1,2}))(?:\\s*\\(\\d{1,2}\\))?(?:\\s+times|(?<=twice))\\s+(?<base>[^,.;]{3,80})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CAP = Pattern.compile(
            "\\b(?:not\\s+(?:to\\s+)?exceed(?:ing)?|maximum|up\\s+to|capped\\s+at|cap\\s+of|limited\\s+to|no\\s+more\\s+than|not\\s+more\\s+than)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIABILITY = Pattern.compile(
            "\\bliabilit(?:y|ies)\\b|\\bthe\\s+most\\s+(?:that\\s+)?[^.;]{0,60}\\b(?:pay|owe|liable|claim|recover)\\b|\\bliable\\b|\\bdamages\\b[^.;]{0,60}\\b(?:exceed|limited)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIMITS = Pattern.compile(
            "\\b(?:(?:not|never|no\\s+event)\\b[^.;]{0,200}?\\bexceed\\w*|shall\\s+(?:in\\s+no\\s+event\\s+)?exceed|limited\\s+to|in\\s+excess\\s+of|capped\\s+at|no\\s+greater\\s+than|exceeds?|exceeding|greater\\s+of|lesser\\s+of|(?:for|to)\\s+(?:up\\s+to\\s+)?(?:no\\s+more\\s+than\\s+)?(?=(?:twice|two|three|four|five|\\d+)\\s+times\\b))\\b",
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

    private static final Map<String, String> COUNTS =
            Map.of("twice", "2", "two", "2", "three", "3", "four", "4", "five", "5", "ten", "10");

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
        if (rate.isEmpty() || !sentence.says(DAMAGES_RATE) || sentence.says(CAP_ONLY)) {
            return Optional.empty();
        }
        List<LeverParameter> parameters =
                new ArrayList<>(List.of(parameter(Name.RATE, rate.get().value())));
        Values.frequency(text).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        Matcher cap = CAP.matcher(text);
        if (cap.find(Math.min(rate.get().end(), text.length()))) {
            Values.add(parameters, Name.CAP, Values.rate(text, cap.end()));
        }
        base(text, rate.get().end()).ifPresent(parameters::add);
        floor(text).ifPresent(parameters::add);
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
        BigDecimal count =
                new BigDecimal(words == null ? times.group("figures") : COUNTS.get(words.toLowerCase(Locale.ROOT)));
        return Optional.of(sentence.lever(
                LeverType.LIABILITY_CAP,
                0.75,
                List.of(parameter(
                        Name.CAP,
                        new TypedValue.Quantity(
                                count, "times " + times.group("base").replaceAll("\\s+", " "))))));
    }

    private static Optional<LeverParameter> base(String text, int from) {
        Matcher base = BASE.matcher(text).region(from, text.length());
        return base.find() ? Optional.of(parameter(Name.BASE, base.group("base"))) : Optional.empty();
    }

    /** The number that goes free: {@code for each pallet in excess of 5}. */
    private static Optional<LeverParameter> floor(String text) {
        Matcher excess = EXCESS.matcher(text);
        if (!excess.find()) {
            return Optional.empty();
        }
        BigDecimal count = new BigDecimal(excess.group("count").replace(",", ""));
        return Optional.of(parameter(
                Name.FLOOR, new TypedValue.Quantity(count, excess.group("unit").strip())));
    }
}
