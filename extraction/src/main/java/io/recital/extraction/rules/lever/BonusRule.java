package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What doing better than promised earns: {@code if the availability is 99.5 % or more, Supplier may invoice a bonus of 2 % of the fee}. */
final class BonusRule implements LeverRule {
    private static final Pattern BONUS = Pattern.compile(
            "\\bbonus(?:es)?\\b|\\bincentive\\s+(?:payment|fee|amount|sum)s?\\b|\\bperformance\\s+(?:premium|payment|reward|incentive|fee)s?\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PERFORMED = Pattern.compile(
            "\\b(?:availab\\w+|uptime|service\\s+levels?|SLAs?|KPIs?|indicators?|punctual\\w*|on[- ]time|accura\\w+|response|resolution|resolved|satisfaction|score|mark|rating|quality|defects?|error|errors|level|levels|target|targets|turnaround|throughput|yield|efficiency|rate)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EARNED = Pattern.compile(
            "\\b(?:pay(?:s|able)?|paid|receives?|entitled|earns?|earned|invoice[sd]?|charge[sd]?|bill(?:s|ed)?|due|grants?|adds?|added|applies|is|be)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_BONUS = Pattern.compile(
            "\\b(?:turnover|purchases?d?|spend|spent|net\\s+(?:sales|purchases)|orders?|ordered|bought|volumes?|growth|employees?|salar(?:y|ies)|staff|sign(?:ing|-on)|retention|no\\s+bonus|not\\s+(?:be\\s+)?(?:entitled|due|payable|earn)|reduction|malus)\\b|\\bdiscretion(?:ary)?\\b|\\bmay\\s+(?:award|grant|pay|give|decide|consider)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final String FEE =
            "(?:fees?|charges?|prices?|sums?|rent|amounts?|invoice\\w*|remuneration|retainer|payments?|value|rates?|cost|subscription)";
    private static final Pattern OF_A_FEE = Pattern.compile(
            "^[\\s)]*(?:of|on)\\s+(?<base>(?:the\\s+|its\\s+|that\\s+|all\\s+|our\\s+|such\\s+)?(?:[\\p{L}'’-]+\\s+){0,4}?"
                    + FEE + "(?:\\s+(?:for|of|in)\\s+(?:the|that|such)\\s+\\p{L}+)?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMES_IT = Pattern.compile(
            "(?:bonus|payment|premium|reward|incentive|fee)\\s+(?:shall\\s+be\\s+|is\\s+|will\\s+be\\s+)?(?:of|equal\\s+to|amounting\\s+to|in\\s+the\\s+amount\\s+of|at)\\s+(?:a\\s+further\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MOST = Pattern.compile(
            "\\b(?:not\\s+(?:to\\s+)?exceed(?:ing)?|maximum(?:\\s+of)?|up\\s+to|capped\\s+at|cap\\s+of|limited\\s+to|(?:no|not|never)\\s+(?:by\\s+)?more\\s+than|at\\s+most)\\s+(?:an?\\s+|the\\s+|of\\s+)*$",
            Pattern.CASE_INSENSITIVE);
    /** So much above the value, for which the bonus is paid once more. */
    private static final Pattern STEP =
            Pattern.compile("\\bfor\\s+(?:each|every)\\s+(?:\\p{L}+\\s+){0,2}$", Pattern.CASE_INSENSITIVE);

    private static final Pattern SCORE = Pattern.compile(
            "\\b(?:score|mark|rating|index|average|grade)\\b[^.;\\d%]{0,40}?(?<![\\d.,])(?<value>\\d+(?:\\.\\d+)?)(?![\\d,]|\\.\\d|\\s*(?:%|per\\s?cent))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WHO = Pattern.compile(
            "\\b(?<holder>(?:the\\s+)?[A-Z][\\w-]*(?:\\s[A-Z][\\w-]*){0,2}?)\\s+(?:(?:shall|will|may|can|is|then|also)\\s+)*(?:be\\s+)?(?:entitled|receives?|earns?|invoices?|charges?|bills?|adds?)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        boolean bonus = sentence.says(BONUS) && sentence.says(PERFORMED) && sentence.says(EARNED);
        return bonus && !sentence.says(NO_BONUS) ? read(sentence).stream().toList() : List.of();
    }

    /** Whether a sentence is of a bonus for what was done, and of no share of a revenue. */
    static boolean isAbout(LeverSentence sentence) {
        return sentence.says(BONUS) && sentence.says(PERFORMED);
    }

    /** Whether a lever of another sort is what a bonus is, or its limit. */
    static boolean isOverlaid(LeverType type, LeverSentence sentence) {
        return (type == LeverType.RATE_CARD || type == LeverType.VOLUME_RESTRICTION)
                && isAbout(sentence)
                && sentence.says(EARNED)
                && !sentence.says(NO_BONUS)
                && read(sentence).isPresent();
    }

    private static Optional<Candidate> read(LeverSentence sentence) {
        String text = sentence.text();
        List<TypedValue> rates = new ArrayList<>();
        List<TypedValue> floors = new ArrayList<>();
        List<LeverParameter> more = new ArrayList<>();
        for (ValueMatch percent : sentence.figures().percents()) {
            String before = text.substring(0, percent.start());
            Matcher of = OF_A_FEE.matcher(text.substring(percent.end()));
            boolean isRate = of.lookingAt() || NAMES_IT.matcher(before).find();
            if (MOST.matcher(before).find() && !rates.isEmpty()) {
                more.add(parameter(Name.CAP, percent.value()));
            } else if (isRate) {
                rates.add(percent.value());
            } else if (!STEP.matcher(before).find()) {
                floors.add(percent.value());
            }
            if (isRate && of.lookingAt() && more.stream().noneMatch(each -> each.name() == Name.BASE)) {
                more.add(parameter(Name.BASE, of.group("base")));
            }
        }
        for (ValueMatch amount : sentence.figures().amounts()) {
            boolean most = MOST.matcher(text.substring(0, amount.start())).find() && !rates.isEmpty();
            if (most) {
                more.add(parameter(Name.CAP, amount.value()));
            } else {
                rates.add(amount.value());
            }
        }
        return floors.size() > 1 && floors.size() == rates.size()
                ? Optional.of(lever(sentence, List.of(tiers(floors, rates)), more))
                : floors.size() <= 1 && rates.size() == 1
                        ? Optional.of(lever(sentence, single(text, rates.get(0), floors), more))
                        : Optional.empty();
    }

    private static List<LeverParameter> single(String text, TypedValue rate, List<TypedValue> floors) {
        List<LeverParameter> parameters = new ArrayList<>(List.of(parameter(Name.RATE, rate)));
        Matcher score = SCORE.matcher(text);
        if (!floors.isEmpty()) {
            parameters.add(parameter(Name.FLOOR, floors.get(0)));
        } else if (score.find()) {
            parameters.add(
                    parameter(Name.FLOOR, new TypedValue.Quantity(new BigDecimal(score.group("value")), "points")));
        }
        return parameters;
    }

    /** Values that rise, each with its own bonus: it is that of the highest that was reached. */
    private static LeverParameter tiers(List<TypedValue> floors, List<TypedValue> rates) {
        List<Tier> tiers = new ArrayList<>();
        for (int i = 0; i < floors.size(); i++) {
            BigDecimal from = ((TypedValue.Percent) floors.get(i)).value();
            BigDecimal next = i + 1 < floors.size() ? ((TypedValue.Percent) floors.get(i + 1)).value() : null;
            boolean rises = next != null && next.compareTo(from) > 0;
            tiers.add(new Tier(from, true, rises ? next : null, false, "%", rates.get(i)));
        }
        return parameter(Name.TIERS, new TypedValue.Tiers(tiers));
    }

    private static Candidate lever(LeverSentence sentence, List<LeverParameter> first, List<LeverParameter> more) {
        List<LeverParameter> parameters = new ArrayList<>(first);
        more.stream().sorted((one, other) -> one.name().compareTo(other.name())).forEach(parameters::add);
        Values.frequency(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        sentence.holder(WHO).ifPresent(parameters::add);
        return sentence.lever(LeverType.GAIN_OR_REVENUE_SHARE, 0.8, parameters);
    }
}
