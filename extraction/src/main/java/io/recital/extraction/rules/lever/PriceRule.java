package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.Redaction;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Price adjustment, volume discount, rebate, most favoured customer, benchmarking. */
final class PriceRule implements LeverRule {
    private static final String PRICES = "(?:prices?|fees?|rates?|charges?|pricing|compensation|rent|hourly\\s+rates?)";
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
    private static final Pattern NET_SALES =
            Pattern.compile("\\bnet\\s+(?:sales|revenues?|receipts|profits?)\\b|\\bmeans\\b", Pattern.CASE_INSENSITIVE);
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
    private static final Pattern FAVOURED = Pattern.compile(
            "\\bmost[\\s-]+favou?red\\b|\\b(?:no\\s+less\\s+favou?rable|at\\s+least\\s+as\\s+favou?rable|as\\s+favou?rable|lower|more\\s+favou?rable)\\b[^.;]{0,160}\\b(?:price|pricing|fees?|rates?|terms)\\b[^.;]{0,160}\\b(?:other|any)\\s+(?:similarly\\s+situated\\s+)?(?:customers?|purchasers?|buyers?|clients?|licensees?|third\\s+part(?:y|ies)|distributors?)\\b|\\b(?:prices?|pricing|fees?|rates?)\\b[^.;]{0,100}\\b(?:no\\s+less\\s+favou?rable|at\\s+least\\s+as\\s+(?:low|favou?rable)|lower|as\\s+low\\s+as)\\b[^.;]{0,160}\\b(?:other|any)\\s+(?:\\w+\\s+){0,2}(?:customers?|purchasers?|buyers?|clients?|licensees?|distributors?)\\b"
                    + "|\\b(?:prices?|pricing|fees?|rates?|charges)\\b[^.;]{0,100}\\b(?:(?:no|not)\\s+(?:be\\s+)?(?:higher|greater|more)\\s+than|not\\s+exceed)\\b[^.;]{0,100}\\b(?:other|any)\\s+(?:\\w+\\s+){0,2}(?:customers?|purchasers?|buyers?|clients?|licensees?|distributors?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PRICED = Pattern.compile(
            "\\b(?:price|fee|rate|charge)\\s+(?:of|for)\\s+(?:the\\s+|each\\s+)?(?<item>[^.;,]{3,80}?)\\s+(?:shall\\s+be|will\\s+be|is|are)\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PER = Pattern.compile("\\s*(?:per|for\\s+each|each|an?)\\s", Pattern.CASE_INSENSITIVE);
    private static final Pattern GRANTOR = Pattern.compile(
            "^(?:[\\d.()\\s]*)(?<holder>(?:[Tt]he\\s+)?[A-Z][\\w’'-]*(?:\\s[A-Z][\\w’'-]*){0,2})\\s+(?:represents?|warrants?|agrees?|undertakes?|covenants?|guarantees?|shall|will)\\b");
    private static final Pattern REWARD_RATE = Pattern.compile(
            "\\b(?:rebate|bonus|discount)\\s+(?:equal\\s+to|of|amounting\\s+to)\\s", Pattern.CASE_INSENSITIVE);
    private static final Pattern REACHED = Pattern.compile(
            "\\b(?:by\\s+more\\s+than|by\\s+at\\s+least|in\\s+excess\\s+of|exceeds?|grow\\w*\\s+by|increase\\w*\\s+by)\\s+(?:more\\s+than\\s+|at\\s+least\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BENCHMARK =
            Pattern.compile("\\bbenchmark(?:ing|er|s|ed)?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BENCHMARK_RIGHT = Pattern.compile(
            "\\b(?:may|right|entitled|shall|will|conduct\\w*|perform\\w*|independent|third[\\s-]part(?:y|ies))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_BENCHMARK = Pattern.compile(
            "benchmark\\s+(?:rate|replacement|index|transition)|performance\\s+benchmark|benchmark\\s+(?:software|program|test|result)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HOLDER = Pattern.compile(
            "\\b(?<holder>(?:the\\s+)?[A-Z][\\w’'-]*(?:\\s[A-Z][\\w’'-]*){0,2}|(?:either|each)\\s+party)\\s+(?:may|shall\\s+(?:have|be\\s+entitled)|has\\s+the\\s+right|will\\s+(?:have|be\\s+entitled)|is\\s+entitled|reserves)\\b");

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        List<Candidate> found = new ArrayList<>();
        if (sentence.says(NET_SALES)) {
            return found;
        }
        if (sentence.says(REBATE)) {
            reward(sentence, LeverType.REBATE).ifPresent(found::add);
        } else if (sentence.says(DISCOUNT)
                && sentence.says(VOLUME)
                && !sentence.text().matches("(?is).*\\bwithin\\b.*\\bpa(?:id|y).*")) {
            reward(sentence, LeverType.VOLUME_DISCOUNT).ifPresent(found::add);
        }
        if (sentence.says(FAVOURED)) {
            List<LeverParameter> none = new ArrayList<>();
            beneficiary(sentence).ifPresent(none::add);
            found.add(sentence.lever(
                    LeverType.MOST_FAVOURED_CUSTOMER,
                    sentence.text().matches("(?is).*most[\\s-]+favou?red.*") ? 0.85 : 0.72,
                    none));
        } else if (sentence.says(ADJUST) && !sentence.says(NOT_ADJUST)) {
            adjustment(sentence).ifPresent(found::add);
        }
        unitPrice(sentence).ifPresent(found::add);
        if (sentence.says(BENCHMARK) && sentence.says(BENCHMARK_RIGHT) && !sentence.says(NOT_BENCHMARK)) {
            benchmarking(sentence).ifPresent(found::add);
        }
        return found;
    }

    /** One item's price per unit in a sentence, withheld or stated. */
    private static Optional<Candidate> unitPrice(LeverSentence sentence) {
        String text = sentence.text();
        Matcher priced = PRICED.matcher(text);
        if (!priced.find()) {
            return Optional.empty();
        }
        Optional<ValueMatch> price = Values.MONEY
                .findFirst(text.substring(priced.end()))
                .filter(match -> match.start() < 4)
                .or(() ->
                        new Redaction().findFirst(text.substring(priced.end())).filter(match -> match.start() < 4));
        return price.filter(match ->
                        PER.matcher(text.substring(priced.end() + match.end())).lookingAt())
                .map(match -> sentence.lever(
                        LeverType.RATE_CARD,
                        0.75,
                        List.of(parameter(Name.ITEM, priced.group("item")), parameter(Name.RATE, match.value()))));
    }

    /** Who is favoured: the other party than the one that promises it. */
    private static Optional<LeverParameter> beneficiary(LeverSentence sentence) {
        Matcher grantor = GRANTOR.matcher(sentence.text());
        return grantor.find()
                ? sentence.parties()
                        .find(grantor.group("holder"))
                        .flatMap(sentence.parties()::findOther)
                        .map(party -> parameter(
                                Name.HOLDER,
                                new TypedValue.Party(
                                        party.name(),
                                        party.aliases().stream().findFirst().orElse(null),
                                        null)))
                : Optional.empty();
    }

    private static Optional<Candidate> adjustment(LeverSentence sentence) {
        String text = sentence.text();
        Optional<ValueMatch> index = Values.INDICES.findFirst(text);
        List<ValueMatch> percents = Values.PERCENTS.findAll(text);
        if (index.isEmpty() && percents.isEmpty()) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>();
        index.ifPresent(found -> parameters.add(parameter(Name.INDEX, found.value())));
        Matcher cap = CAP.matcher(text);
        Optional<ValueMatch> capped = cap.find() ? Values.from(percents, cap.end()) : Optional.empty();
        Values.add(parameters, Name.CAP, capped);
        percents.stream()
                .filter(percent ->
                        capped.isEmpty() || percent.start() < capped.get().start())
                .findFirst()
                .ifPresent(percent -> parameters.add(parameter(Name.RATE, percent.value())));
        if (sentence.says(ADJUST_FREQUENCY)) {
            Values.FREQUENCIES
                    .findFirst(text)
                    .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every.value())));
        }
        if (text.matches("(?is).*\\bnotice\\b.*")) {
            Values.add(parameters, Name.PERIOD, Values.DURATIONS.findFirst(text));
        }
        boolean stepped = percents.stream()
                .anyMatch(percent ->
                        BY.matcher(text.substring(0, percent.start())).find());
        if (index.isEmpty() && capped.isEmpty() && !stepped) {
            return Optional.empty();
        }
        double confidence = 0.6 + (index.isPresent() ? 0.2 : 0) + (capped.isPresent() ? 0.1 : stepped ? 0.06 : 0);
        return Optional.of(sentence.lever(LeverType.PRICE_ADJUSTMENT, confidence, parameters));
    }

    private static Optional<Candidate> reward(LeverSentence sentence, LeverType type) {
        String text = sentence.text();
        Optional<TypedValue> tiers = Values.tiers(text);
        Matcher stated = REWARD_RATE.matcher(text);
        Optional<ValueMatch> rate = stated.find()
                ? Values.rate(text, stated.end() - 1).or(() -> Values.rate(text, 0))
                : Values.rate(text, 0);
        if (tiers.isEmpty() && rate.isEmpty()) {
            return Optional.empty();
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
            Values.TIERS.findBands(text).stream()
                    .filter(band -> band.from() != null && !band.unit().equals("%"))
                    .findFirst()
                    .ifPresent(
                            band -> parameters.add(parameter(Name.VOLUME, text.substring(band.start(), band.end()))));
        }
        Matcher base = BASE.matcher(text);
        if (base.find()) {
            parameters.add(parameter(Name.BASE, base.group("base")));
        }
        Values.FREQUENCIES.findFirst(text).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every.value())));
        double confidence = 0.65 + (tiers.isPresent() ? 0.2 : 0) + (parameters.size() > 2 ? 0.05 : 0);
        return Optional.of(sentence.lever(type, confidence, parameters));
    }

    private static Optional<Candidate> benchmarking(LeverSentence sentence) {
        List<LeverParameter> parameters = new ArrayList<>();
        sentence.holder(HOLDER).ifPresent(parameters::add);
        Values.FREQUENCIES
                .findFirst(sentence.text())
                .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every.value())));
        return Optional.of(sentence.lever(LeverType.BENCHMARKING, parameters.isEmpty() ? 0.55 : 0.75, parameters));
    }
}
