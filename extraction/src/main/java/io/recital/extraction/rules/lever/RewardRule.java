package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;
import static java.util.Objects.requireNonNull;

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

/** What buying more earns: discounts and rebates. */
final class RewardRule implements LeverRule {
    private static final Pattern NET_SALES = Pattern.compile(
            "\\bnet\\s+(?:sales|revenues?|receipts|profits?)\\b|\\bmeans\\b|\\bunderwrit\\w+|\\b(?:shares?|amount)\\s+of\\s+(?:common\\s+)?stock\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DISCOUNT = Pattern.compile(
            "\\bdiscount(?:s|ed)?\\b|\\b(?:list|retail|wholesale|published|catalog(?:ue)?)\\s+prices?\\b[^.;]{0,40}?,?\\s(?:less|minus)\\s",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VOLUME = Pattern.compile(
            "\\b(?:volumes?|quantit\\w+|purchas\\w+|orders?|spend|units?|tiers?|aggregate)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OFF_PRICE = Pattern.compile(
            "\\b(?:list|retail|wholesale|published|standard|catalog(?:ue)?|then-current)\\s+(?:\\w+\\s+)?(?:prices?|pricing|fees?|rates?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EARLY =
            Pattern.compile("\\bwithin\\b.*\\bpa(?:id|y)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern REBATE = Pattern.compile(
            "\\brebates?\\b|\\b(?:volume|annual|growth|loyalty|year-end)\\s+bonus\\b", Pattern.CASE_INSENSITIVE);
    /** Words that tell of a reward where bands are stated with them. */
    private static final Pattern ALLOWS = Pattern.compile(
            "\\bbonus(?:es)?\\b|\\b(?:allow(?:s|ance)?|credits?|grants?|refunds?|repays?|returns?|kick-?back|Rückvergütung)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PAID =
            Pattern.compile("\\b(?:pays?|paid|receives?|earns?|gives?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PURCHASES =
            Pattern.compile("\\b(?:purchases|turnover|orders\\s+(?:placed|of)|bought)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRICED = Pattern.compile(
            "\\b(?:fees?|commissions?|price|premium|rent|charges?|remuneration|handling)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BONUS =
            Pattern.compile("\\bbonus(?:es)?\\b|\\bkick-?back\\b|\\bincentives?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOUGHT = Pattern.compile(
            "\\b(?:purchases?d?|turnover|spend|quantit(?:y|ies)|volumes?|orders?|bought|taken|received|invoiced?|fees|charges)\\b",
            Pattern.CASE_INSENSITIVE);
    /** What falls when something is done badly is no reward for buying. */
    private static final Pattern NO_REWARD = Pattern.compile(
            "\\b(?:abat(?:e|es|ed|ement|ements)|service\\s+levels?|availability|uptime|percentage\\s+points?|fill\\s+rate|performance|calls|shortfall|late|delay\\w*|salar(?:y|ies)|employees?|commissions?|royalt(?:y|ies)|interest|downtime|punctual\\w*|key\\s+indicators?)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BASE = Pattern.compile(
            "\\b(?:of|on)\\s+(?<base>(?:the\\s+|its\\s+|all\\s+)?(?:aggregate\\s+|total\\s+|annual\\s+|net\\s+|gross\\s+|monthly\\s+|list\\s+|then-current\\s+|published\\s+)*(?:purchases?|sales|spend|volume|invoice\\w*|fees?|price(?:\\s+list)?|prices|revenues?|charges|turnover|retail\\s+price)(?:\\s+(?:of\\s+(?:the\\s+)?[A-Z]\\w+|in\\s+(?:a|the|each|that)\\s+(?:calendar\\s+|contract\\s+)?\\w+))?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REWARD_RATE = Pattern.compile(
            "\\b(?:rebate|bonus|discount)\\s+(?:equal\\s+to|of|amounting\\s+to)\\s", Pattern.CASE_INSENSITIVE);
    private static final Pattern REACHED = Pattern.compile(
            "\\b(?:by\\s+more\\s+than|by\\s+at\\s+least|in\\s+excess\\s+of|exceeds?|grow\\w*\\s+by|increase\\w*\\s+by)\\s+(?:more\\s+than\\s+|at\\s+least\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EARNED_ON = Pattern.compile(
            "\\b(?:earns?|receives?|grants?|allows?|entitled\\s+to)\\s+(?:\\w+\\s+)?(?:an?\\s+)?(?:volume\\s+|quantity\\s+)?(?:discount|rebate)\\s+on\\s+(?<base>[^.;,]{3,60})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXCEEDS = Pattern.compile(
            "\\b(?:exceeds?|reach(?:es)?)\\s+(?<count>\\d{1,3}(?:,\\d{3})+|\\d+)(?!\\s*%|[\\d.])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBJECT_OF = Pattern.compile(
            "(?:\\bthe|\\bof|\\bif)\\s+(?<unit>(?:[A-Z][\\w’-]*\\s?){1,3})(?=\\s*(?:of|in|for|ordered|bought|purchased|exceed))");

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        if (sentence.says(NET_SALES)) {
            return List.of();
        }
        if (sentence.says(NO_REWARD) && !sentence.says(DISCOUNT)) {
            return List.of();
        }
        if (sentence.says(REBATE)) {
            return reward(sentence, LeverType.REBATE).stream().toList();
        }
        if (sentence.says(ALLOWS)
                && sentence.says(BOUGHT)
                && Values.tiers(sentence.text()).isPresent()) {
            return reward(sentence, sentence.says(BONUS) ? LeverType.REBATE : LeverType.VOLUME_DISCOUNT).stream()
                    .toList();
        }
        if (isPaidFor(sentence)) {
            return reward(sentence, LeverType.REBATE).stream().toList();
        }
        Optional<Candidate> told = told(sentence).or(() -> ThresholdRewards.read(sentence));
        if (told.isPresent()) {
            return told.stream().toList();
        }
        boolean discount = sentence.says(DISCOUNT)
                && (sentence.says(VOLUME) || sentence.headed(VOLUME) || sentence.says(OFF_PRICE))
                && !sentence.says(EARLY);
        return discount ? reward(sentence, LeverType.VOLUME_DISCOUNT).stream().toList() : List.of();
    }

    /** Who sells pays by bands of what is bought; a fee by bands is none. */
    private static boolean isPaidFor(LeverSentence sentence) {
        return sentence.says(PAID)
                && sentence.says(PURCHASES)
                && !sentence.says(PRICED)
                && Values.tiers(sentence.text()).filter(RewardRule::areShares).isPresent();
    }

    private static boolean areShares(TypedValue value) {
        return value instanceof TypedValue.Tiers tiers
                && tiers.tiers().stream()
                        .allMatch(tier -> tier.value() instanceof TypedValue.Percent
                                && tier.unit().matches("[A-Z]{3}"));
    }

    /** The bands of a reward that the sentence before grants: {@code It is 1% from £9,000 and 2% from £20,000}. */
    private static Optional<Candidate> told(LeverSentence sentence) {
        boolean follows = (sentence.follows(REBATE) || sentence.follows(BONUS) || sentence.follows(DISCOUNT))
                && !sentence.follows(NET_SALES)
                && !sentence.follows(NO_REWARD);
        Optional<TypedValue> tiers = Values.tiers(sentence.text()).filter(RewardRule::areShares);
        if (!follows || tiers.isEmpty()) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>(List.of(parameter(Name.TIERS, tiers.get())));
        Matcher base = BASE.matcher(sentence.before());
        if (base.find()) {
            parameters.add(parameter(Name.BASE, base.group("base")));
        }
        Values.frequency(sentence.text())
                .or(() -> MinimumPeriod.of(sentence.before()))
                .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        LeverType type =
                sentence.follows(DISCOUNT) && !sentence.follows(REBATE) ? LeverType.VOLUME_DISCOUNT : LeverType.REBATE;
        return Optional.of(sentence.leverWithBefore(type, 0.8, parameters));
    }

    private static Optional<Candidate> reward(LeverSentence sentence, LeverType type) {
        String text = sentence.text();
        Optional<TypedValue> tiers = Values.tiers(text);
        Matcher stated = REWARD_RATE.matcher(text);
        Optional<ValueMatch> rate = stated.find()
                ? Values.rate(text, stated.end() - 1).or(() -> Values.rate(text, 0))
                : Values.rate(text, 0);
        if (tiers.isEmpty() && rate.isEmpty()) {
            return earned(sentence, type);
        }
        List<LeverParameter> parameters = new ArrayList<>();
        tiers.ifPresent(found -> parameters.add(parameter(Name.TIERS, found)));
        if (tiers.isEmpty()) {
            Values.add(parameters, Name.RATE, rate);
            Values.PERCENTS.findAll(text).stream()
                    .filter(percent ->
                            REACHED.matcher(text.substring(0, percent.start())).find()
                                    && rate.filter(percent::overlaps).isEmpty())
                    .findFirst()
                    .ifPresent(percent -> parameters.add(parameter(Name.FLOOR, percent.value())));
            threshold(text).ifPresent(floor -> parameters.add(parameter(Name.FLOOR, floor)));
        }
        Matcher base = BASE.matcher(text);
        if (base.find()) {
            parameters.add(parameter(Name.BASE, base.group("base")));
        }
        (tiers.isPresent() ? MinimumPeriod.of(text) : Values.frequency(text))
                .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        double confidence = 0.65 + (tiers.isPresent() ? 0.2 : 0) + (parameters.size() > 2 ? 0.05 : 0);
        return Optional.of(sentence.lever(type, confidence, parameters));
    }

    /** A reward whose rates stand in another document. */
    private static Optional<Candidate> earned(LeverSentence sentence, LeverType type) {
        Matcher base = EARNED_ON.matcher(sentence.text());
        Optional<TypedValue> every = Values.frequency(sentence.text());
        return base.find() && every.isPresent()
                ? Optional.of(sentence.lever(
                        type,
                        0.7,
                        List.of(parameter(Name.BASE, base.group("base")), parameter(Name.FREQUENCY, every.get()))))
                : Optional.empty();
    }

    /** The amount or number that must be exceeded first. */
    private static Optional<TypedValue> threshold(String text) {
        Matcher exceeds = EXCEEDS.matcher(text);
        if (exceeds.find()) {
            Matcher counted = SUBJECT_OF.matcher(text.substring(0, exceeds.start()));
            return Optional.of(new TypedValue.Quantity(
                    new BigDecimal(exceeds.group("count").replace(",", "")),
                    counted.find() ? counted.group("unit").strip() : ""));
        }
        return Values.TIERS.findBands(text).stream()
                .filter(band -> band.from() != null && !band.unit().equals("%"))
                .findFirst()
                .map(band -> {
                    Matcher counted = SUBJECT_OF.matcher(text.substring(0, band.start()));
                    String unit = band.unit().isEmpty() && counted.find() ? counted.group("unit") : band.unit();
                    return Values.MONEY
                            .findFirst(text.substring(band.start(), band.end()))
                            .map(ValueMatch::value)
                            .orElse(new TypedValue.Quantity(requireNonNull(band.from()), unit));
                });
    }
}
