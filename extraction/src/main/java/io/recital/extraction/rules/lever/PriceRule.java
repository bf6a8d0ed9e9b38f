package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;
import static java.util.Objects.requireNonNull;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.CommercialLever;
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

/** Price adjustment and fixed prices, volume discount and rebate. */
final class PriceRule implements LeverRule {
    private static final String PRICES =
            "(?:prices?(?!\\s+ind)|fees?|rates?|charges?|pricing|compensation|rent|hourly\\s+rates?)";
    private static final Pattern ADJUST = Pattern.compile(
            "\\b" + PRICES
                    + "\\b[^.;]{0,120}\\b(?:adjust\\w*|increas\\w*|escalat\\w*|index(?:ed|ation)|decreas\\w*)\\b|\\b(?:adjust\\w*|increas\\w*|rais\\w+|escalat\\w*|index\\w*)\\b[^.;]{0,80}\\b"
                    + PRICES + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_ADJUST = Pattern.compile(
            "\\b(?:royalt\\w+|stock|shares|interest\\s+rate|insurance|coverage|exchange\\s+rate|warrants|conversion\\s+price|exercise\\s+price|capacity)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CAP = Pattern.compile(
            "\\b(?:not?\\s+(?:to\\s+)?exceed(?:ing)?|(?:not|no)\\s+(?:be\\s+)?(?:more|greater|higher)\\s+than|maximum(?:\\s+of)?|up\\s+to|capped\\s+at|cap\\s+of|in\\s+excess\\s+of|by\\s+more\\s+than|limited\\s+to|lesser\\s+of)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BY =
            Pattern.compile("\\b(?:by|increase\\s+of|decrease\\s+of)\\s+(?:\\w+\\s+){0,3}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NET_SALES = Pattern.compile(
            "\\bnet\\s+(?:sales|revenues?|receipts|profits?)\\b|\\bmeans\\b|\\bunderwrit\\w+|\\b(?:shares?|amount)\\s+of\\s+(?:common\\s+)?stock\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADJUST_FREQUENCY = Pattern.compile(
            "\\b(?:once|annual\\w*|each|every|per|anniversary|yearly|quarterly)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DISCOUNT = Pattern.compile("\\bdiscount(?:s|ed)?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern VOLUME = Pattern.compile(
            "\\b(?:volumes?|quantit\\w+|purchas\\w+|orders?|spend|units?|tiers?|aggregate)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REBATE = Pattern.compile(
            "\\brebates?\\b|\\b(?:volume|annual|growth|loyalty|year-end)\\s+bonus\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BASE = Pattern.compile(
            "\\b(?:of|on)\\s+(?<base>(?:the\\s+|its\\s+|all\\s+)?(?:aggregate\\s+|total\\s+|annual\\s+|net\\s+|gross\\s+|monthly\\s+|list\\s+|then-current\\s+|published\\s+)*(?:purchases?|sales|spend|volume|invoice\\w*|fees?|price(?:\\s+list)?|prices|revenues?|charges|turnover|retail\\s+price)(?:\\s+(?:of\\s+(?:the\\s+)?[A-Z]\\w+|in\\s+(?:a|the|each|that)\\s+(?:calendar\\s+|contract\\s+)?\\w+))?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FIXED = Pattern.compile(
            "\\b" + PRICES
                    + "\\b[^.;]{0,80}?\\b(?:are|is|be|remain|remains|stay)\\s+(?:\\w+\\s+)?(?:fixed|firm|unchanged|frozen|held)\\b|\\b(?:not|no)\\b[^.;]{0,20}\\b(?:increase|raise)\\w*\\b[^.;]{0,40}\\b"
                    + PRICES + "\\b[^.;]{0,60}\\b(?:before|until|prior\\s+to)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNTIL = Pattern.compile(
            "\\b(?:until|through|to|before|till|prior\\s+to)\\s+(?:and\\s+including\\s+)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAY_ADJUST = Pattern.compile(
            "\\b(?:may|shall|will|entitled\\s+to|right\\s+to)\\s+(?:\\w+\\s+)?(?:increase|adjust|raise|change|revise|be\\s+(?:increased|adjusted|indexed|revised))\\b[^.;]{0,120}|\\b"
                    + PRICES
                    + "\\b[^.;]{0,60}\\bchange\\s+by\\b|\\bnext\\s+(?:price\\s+)?adjustment\\b|\\bincreases?\\s+the\\s+(?:\\w+\\s+){0,2}"
                    + PRICES + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PRICED = Pattern.compile("\\b" + PRICES + "\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELSEWHERE = Pattern.compile(
            "\\b(?:increased|adjusted|changed|revised)\\s+(?:under|in\\s+accordance\\s+with|pursuant\\s+to)\\s+(?:clause|section|article|paragraph|schedule)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INCREASE_OF = Pattern.compile(
            "\\b(?:increase|adjustment|uplift)\\s+of\\b[^;]{0,160}\\bbe\\s+(?:made|applied)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THEREAFTER = Pattern.compile(
            "^\\s*(?:after\\s+that|thereafter|afterwards|from\\s+then\\s+on|subsequently)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EVERY =
            Pattern.compile("^\\s*(?:each|every|any|an?|per)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_CHANGE = Pattern.compile(
            "^\\s*of\\s+the\\s+(?:percentage|change|increase|rise|movement)\\b", Pattern.CASE_INSENSITIVE);
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
        List<Candidate> found = new ArrayList<>();
        if (sentence.says(NET_SALES)) {
            return found;
        }
        if (sentence.says(REBATE)) {
            reward(sentence, LeverType.REBATE).ifPresent(found::add);
        } else if (sentence.says(DISCOUNT)
                && (sentence.says(VOLUME) || sentence.headed(VOLUME))
                && !sentence.text().matches("(?is).*\\bwithin\\b.*\\bpa(?:id|y).*")) {
            reward(sentence, LeverType.VOLUME_DISCOUNT).ifPresent(found::add);
        }
        if (MarketRule.isFavoured(sentence)) {
            return found;
        }
        if ((sentence.says(ADJUST)
                        || (sentence.says(MAY_ADJUST) && sentence.says(PRICED))
                        || (sentence.says(INCREASE_OF) && (sentence.follows(PRICED) || sentence.headed(PRICED))))
                && !sentence.says(NOT_ADJUST)) {
            adjustment(sentence).ifPresent(found::add);
        } else if (sentence.says(FIXED)) {
            fixed(sentence).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Candidate> adjustment(LeverSentence sentence) {
        String text = sentence.text();
        Optional<String> index = Values.index(text);
        List<ValueMatch> percents = Values.PERCENTS.findAll(text);
        Optional<TypedValue> start = Values.start(text).or(() -> afterFixed(sentence));
        Optional<TypedValue> every = sentence.says(ADJUST_FREQUENCY) ? Values.frequency(text) : Optional.empty();
        boolean right =
                sentence.says(MAY_ADJUST) && !sentence.says(ELSEWHERE) && (start.isPresent() || every.isPresent());
        if (index.isEmpty() && percents.isEmpty() && !right) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>();
        index.ifPresent(found -> parameters.add(parameter(Name.INDEX, found)));
        Matcher cap = CAP.matcher(text);
        Optional<ValueMatch> capped = cap.find() ? Values.from(percents, cap.end()) : Optional.empty();
        Values.add(parameters, Name.CAP, capped);
        percents.stream()
                .filter(percent ->
                        capped.isEmpty() || percent.start() < capped.get().start())
                .findFirst()
                .ifPresent(percent -> parameters.add(parameter(Name.RATE, percent.value())));
        every.ifPresent(found -> parameters.add(parameter(Name.FREQUENCY, found)));
        start.ifPresent(found -> parameters.add(parameter(Name.FROM, found)));
        if (text.matches("(?is).*\\bnotice\\b.*")) {
            Values.add(parameters, Name.PERIOD, Values.DURATIONS.findFirst(text));
        }
        boolean stepped = percents.stream()
                .anyMatch(percent -> BY.matcher(text.substring(0, percent.start()))
                                .find()
                        || OF_CHANGE.matcher(text.substring(percent.end())).find());
        if (index.isEmpty() && capped.isEmpty() && !stepped && !right) {
            return Optional.empty();
        }
        double confidence =
                0.6 + (index.isPresent() ? 0.2 : 0) + (capped.isPresent() ? 0.1 : stepped || right ? 0.06 : 0);
        return Optional.of(sentence.lever(LeverType.PRICE_ADJUSTMENT, confidence, parameters));
    }

    /** Whether a price that does not change is only the beginning of what the next sentence says. */
    static boolean isOverlaid(Candidate candidate, String next) {
        CommercialLever lever = (CommercialLever) candidate.content();
        boolean fixed = lever.lever() == LeverType.PRICE_ADJUSTMENT
                && lever.parameters().stream().allMatch(parameter -> parameter.name() == Name.PERIOD);
        return fixed && THEREAFTER.matcher(next).find() && ADJUST.matcher(next).find();
    }

    /** The day after prices that were fixed until a day. */
    private static Optional<TypedValue> afterFixed(LeverSentence sentence) {
        String before = sentence.before();
        return sentence.says(THEREAFTER) && sentence.follows(FIXED)
                ? Values.DATES.findAll(before).stream()
                        .filter(day ->
                                UNTIL.matcher(before.substring(0, day.start())).find())
                        .map(ValueMatch::value)
                        .filter(TypedValue.Day.class::isInstance)
                        .findFirst()
                        .map(day -> new TypedValue.Day(
                                ((TypedValue.Day) day).value().plusDays(1)))
                : Optional.empty();
    }

    /** Prices that do not change: until a day, for a time, or within each year. */
    private static Optional<Candidate> fixed(LeverSentence sentence) {
        String text = sentence.text();
        List<LeverParameter> parameters = new ArrayList<>();
        Values.DATES.findAll(text).stream()
                .filter(day -> UNTIL.matcher(text.substring(0, day.start())).find())
                .findFirst()
                .or(() -> Values.DURATIONS
                        .findFirst(text)
                        .filter(length -> !EVERY.matcher(length.wording(text)).find()))
                .ifPresent(time -> parameters.add(parameter(Name.PERIOD, time.value())));
        if (parameters.isEmpty()) {
            Values.frequency(text).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        }
        return parameters.isEmpty()
                ? Optional.empty()
                : Optional.of(sentence.lever(LeverType.PRICE_ADJUSTMENT, 0.75, parameters));
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
        Values.frequency(text).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
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
