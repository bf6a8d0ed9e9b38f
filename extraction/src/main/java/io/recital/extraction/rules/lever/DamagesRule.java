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

/** Liquidated damages: sums agreed beforehand for delay, for breach or for ending early. */
final class DamagesRule implements LeverRule {
    private static final Pattern DAMAGES = Pattern.compile(
            "\\bliquidated\\s+damages\\b|\\bdelay\\s+damages\\b|\\bpenalt(?:y|ies)\\b[^.;]{0,100}\\b(?:per|each|every)\\s+(?:\\w+\\s+)?(?:day|week)|\\bfor\\s+(?:each|every)\\s+(?:\\w+\\s+)?(?:day|week|hour)\\s+of\\s+delay"
                    + "|\\b(?:early\\s+)?(?:terminat\\w+|cancell?ation|exit|break-?up|buy-?out)\\s+(?:fee|charge|payment|penalty)\\b|\\b(?:pay|payment\\s+of|subject\\s+to|as)\\b[^.;]{0,60}\\bpenalt(?:y|ies)\\b|\\bpenalty\\s+(?:of|equal|amount)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AGREED =
            Pattern.compile("\\b(?:liquidated|delay)\\s+damages\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OWED = Pattern.compile(
            "\\b(?:pay\\w*|owe\\w*|deduct\\w*|forfeit\\w*|credit\\w*|entitled|recover\\w*|due|assess\\w*|charg\\w*|equal)\\b",
            Pattern.CASE_INSENSITIVE);
    /** Sums by another name than damages, for time that is lost or for each thing that fails. */
    private static final Pattern AGREED_SUM = Pattern.compile(
            "\\bliquidated\\s+(?:sums?|amounts?)\\b|\\bcontract(?:ual)?\\s+penalt(?:y|ies)\\b|\\bVertragsstrafe\\b",
            Pattern.CASE_INSENSITIVE);
    /** A buyer's own promise that shrinks is no damages. */
    private static final Pattern LESS_TO_TAKE = Pattern.compile(
            "\\b(?:minimum|commitment)\\b[^.;]{0,120}\\b(?:is|are|be)\\s+(?:reduced|lowered)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_CREDITS =
            Pattern.compile("\\bcredits?\\b|\\bservice\\s+levels?\\b|\\bset\\s+off\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACKNOWLEDGED = Pattern.compile(
            "\\bnot\\s+(?:as\\s+)?a\\s+penalty\\s*[.]?$|\\b(?:reasonable|genuine)\\s+(?:and\\s+\\w+\\s+)?(?:pre-?)?(?:estimat|approximat)\\w+|\\bwithout\\s+(?:any\\s+)?(?:\\w+\\s+)?penalty|\\bno\\s+(?:\\w+\\s+){0,2}(?:fee|penalty|charge)|\\bprepayment\\s+penalt",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MEASURED = Pattern.compile(
            "\\b(?:equal\\s+to|equivalent\\s+(?:of|to)|amount\\s+of|sum\\s+of|multiplied\\s+by)\\s+(?<base>[^.;]{5,140})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DAMAGES_RATE = Pattern.compile(
            "\\b(?:pay\\w*|equal|amount\\w*|rate|damages|of|entitled|credit\\w*|deduct\\w*)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CAP_ONLY = Pattern.compile(
            "\\bdamages\\b[^.;]{0,120}?\\b(?:shall|may|must|will|do)\\s+(?:in\\s+no\\s+event\\s+|in\\s+no\\s+case\\s+|not\\s+)(?:in\\s+\\w+\\s+)?exceed\\b|\\bdamages\\b[^.;]{0,80}\\b(?:are|is|be)\\s+(?:limited|capped)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BASE = Pattern.compile(
            "\\G[^.;]{0,20}?\\b(?:of|for\\s+each|for\\s+every|per|from)\\s+(?<base>(?:the\\s+|its\\s+|such\\s+)?(?:[\\w’'-]+\\s+){0,4}(?:price|payment|value|fees?|charges?|delivery|deliveries|pallet|order|amount|unit|shipment)(?:\\s+(?:for\\s+that\\s+\\w+|of\\s+(?:the|that|such|each)\\s+\\w+(?:\\s+(?:delayed|late|concerned|affected))?))?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXCESS = Pattern.compile(
            "\\bfor\\s+(?:each|every)\\s+(?<unit>(?:[\\w’-]+\\s+){1,3}?)(?:in\\s+excess\\s+of|above|over|beyond|more\\s+than|after)\\s+(?:the\\s+first\\s+)?(?:(?<words>"
                    + NumberWords.REGEX + ")\\s*)?(?:\\(?(?<count>\\d[\\d,]*)\\)?)?(?!\\s*[%.]\\d|\\s*%|\\w)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CAP = Pattern.compile(
            "\\b(?:not\\s+(?:to\\s+)?exceed(?:ing)?|maximum|up\\s+to|capped\\s+at|cap\\s+of|limited\\s+to|(?:no|not|never)\\s+(?:by\\s+)?more\\s+than|at\\s+most|höchstens)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        if (sentence.says(CAP_ONLY) || sentence.says(LESS_TO_TAKE)) {
            return List.of();
        }
        return sentence.says(DAMAGES) && sentence.says(DAMAGES_RATE)
                ? damages(sentence).or(() -> measured(sentence)).stream().toList()
                : isOwed(sentence) ? damages(sentence).stream().toList() : List.of();
    }

    /** Whether a sum is owed for delay or for what fails, whatever it is called. */
    static boolean isOwed(LeverSentence sentence) {
        return DelayWords.owes(sentence) || (sentence.says(AGREED_SUM) && !sentence.says(OF_CREDITS));
    }

    /** Whether a sentence speaks of damages that were agreed beforehand. */
    static boolean isAbout(LeverSentence sentence) {
        return sentence.says(AGREED);
    }

    private static Optional<Candidate> damages(LeverSentence sentence) {
        String text = sentence.text();
        Optional<ValueMatch> rate = Values.rate(text, 0);
        if (rate.isEmpty()) {
            return Optional.empty();
        }
        List<LeverParameter> parameters =
                new ArrayList<>(List.of(parameter(Name.RATE, rate.get().value())));
        DelayWords.frequency(text).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        Matcher cap = CAP.matcher(text);
        if (cap.find(Math.min(rate.get().end(), text.length()))) {
            Values.add(parameters, Name.CAP, Values.rate(text, cap.end()));
        }
        base(text, rate.get().end())
                .or(() -> DelayWords.counted(text).map(unit -> parameter(Name.BASE, unit)))
                .or(() -> counted(text))
                .ifPresent(parameters::add);
        floor(text).or(() -> DelayWords.free(text)).ifPresent(parameters::add);
        DelayWords.grace(text).ifPresent(grace -> parameters.add(parameter(Name.PERIOD, grace)));
        return Optional.of(
                sentence.lever(LeverType.LIQUIDATED_DAMAGES, parameters.size() > 1 ? 0.85 : 0.7, parameters));
    }

    /** Damages that no figure states, but a reckoning: so many months' fees, the average of what was paid. */
    private static Optional<Candidate> measured(LeverSentence sentence) {
        Matcher reckoned = MEASURED.matcher(sentence.text());
        return sentence.says(OWED) && !sentence.says(ACKNOWLEDGED) && reckoned.find()
                ? Optional.of(sentence.lever(
                        LeverType.LIQUIDATED_DAMAGES, 0.68, List.of(parameter(Name.BASE, reckoned.group("base")))))
                : Optional.empty();
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
        Optional<BigDecimal> count = excess.group("count") == null
                ? Optional.ofNullable(excess.group("words")).flatMap(NumberWords::parse)
                : Optional.of(new BigDecimal(excess.group("count").replace(",", "")));
        return count.map(free -> parameter(
                Name.FLOOR, new TypedValue.Quantity(free, excess.group("unit").strip())));
    }

    /** What is counted beyond those that go free. */
    private static Optional<LeverParameter> counted(String text) {
        Matcher excess = EXCESS.matcher(text);
        return excess.find() && (excess.group("count") != null || excess.group("words") != null)
                ? Optional.of(parameter(Name.BASE, excess.group("unit")))
                : Optional.empty();
    }
}
