package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.Redaction;
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

/** A rate card in a sentence: what one thing costs, or a few, withheld or stated. */
final class UnitPriceRule {
    private static final Pattern PRICED = Pattern.compile(
            "\\b(?:price|fee|rate|charge)\\s+(?:of|for)\\s+(?:the\\s+|each\\s+)?(?<item>[^.;,]{3,80}?)\\s+(?:shall\\s+be|will\\s+be|is|are)\\s+$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARGED_AT = Pattern.compile(
            "(?:^|[.;]\\s+|\\n)\\s*(?:\\([a-z\\d]{1,4}\\)\\s*|[\\d.()]+\\s+)?(?<item>[^.;\\n]{3,60}?)\\s+(?:is|are|shall\\s+be|will\\s+be)\\s+(?:(?:charged|priced|invoiced|billed)\\b[^.;]{0,40}|(?:payable|paid)\\b[^.;]{0,60},\\s+)\\bat\\s+$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern A_FEE_OF = Pattern.compile(
            "\\b(?:an?|the)\\s+(?<item>(?:[\\w-]+\\s+){0,3}?(?:fee|charge|rent|retainer))\\s+(?:set\\s+forth\\s+[^;]{0,60}\\s+)?(?:of|at|(?:shall|will)\\s+be|is)\\s+$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SERVICES_AT = Pattern.compile(
            "\\b(?:furnish|provide|perform|supply|render)\\s+(?:such\\s+|any\\s+|the\\s+)?(?<item>[^.;,]{3,40}?)(?:\\s+as\\s+[^.;,]{3,80})?,?\\s+at\\s+(?:a\\s+rate\\s+of\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAY = Pattern.compile("\\bpays?\\s+(?:[A-Z]\\w+\\s+)?$");
    private static final Pattern EACH = Pattern.compile(
            "^\\s*(?:per|for\\s+(?:each|every)|each|an?)\\s+(?<unit>(?:one\\s+)?(?:(?:calendar|thousand|hundred|full|started)\\s+)?(?!cent\\b|annum\\b|share\\b|claim\\b|occurrence\\b|event\\b|incident\\b|breach\\b)[\\p{L}-]+)(?:\\s+(?:that\\s+)?(?<more>[^.;,]{0,60}))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN =
            Pattern.compile("^\\s*(?:in|for|to)\\s+(?<item>[^,.;]{1,40}?)(?=\\s*(?:,|\\.|;|\\band\\b|$))");
    private static final Pattern NOT_A_PRICE = Pattern.compile(
            "\\b(?:damages|liab\\w+|insurance|insured|coverage|shortfall|fall\\s+short|minimum|penalt\\w+|shares?|stock|salary|bonus|wages?|means|late)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INCLUDED = Pattern.compile(
            "\\b(?:covers?|includes?|included)\\b[^.;]{0,30}?(?<count>\\d[\\d,]*)\\s+(?<unit>[\\p{L}-]+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FURTHER =
            Pattern.compile("\\b(?:further|additional|excess|extra)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARGED =
            Pattern.compile("\\bcharged\\b[^.;]{0,60}\\bat\\s+$", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOR_EACH =
            Pattern.compile("\\bfor\\s+(?:each|every)\\s+(?<unit>[\\p{L}-]+)\\s+at\\s+$", Pattern.CASE_INSENSITIVE);

    private static final Pattern UNIT_AND_ITEM = Pattern.compile(
            "^\\s*(?:per|an?|for\\s+(?:each|every)|each)\\s+(?<unit>(?!annum\\b|share\\b|claim\\b|event\\b|occurrence\\b)[\\p{L}-]+)\\s+(?:for|of|on|in|to|from|at)\\s+(?:the\\s+)?(?<item>[^,.;()]{2,50}?)(?=\\s*(?:[,.;(]|\\band\\b|\\bor\\b|\\bis\\b|$))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FOR_THE_FIRST = Pattern.compile(
            "^\\s*(?:each\\s+)?for\\s+(?:each\\s+of\\s+)?the\\s+first\\s+(?<count>\\d[\\d,]*)(?:\\s+(?!and\\b)(?<item>[\\p{L}][\\p{L} -]{1,40}?))?(?=\\s*(?:[,;]|\\band\\b|\\bper\\b|$))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THING = Pattern.compile(
            "\\b(?:an?|each|every|the)\\s+(?<item>\\p{L}[\\p{L} -]{2,40}?)\\s+(?:costs?|is\\s+(?:charged|priced|billed|invoiced)\\s+at|is)\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEYOND = Pattern.compile(
            "^\\s*for\\s+(?:each|every|all|any|those)\\b[^.;]{0,60}?\\b(?:beyond|above|over|exceeding|in\\s+excess\\s+of|thereafter|further|additional)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Several prices of one thing in one lever. */
    static Optional<Candidate> several(LeverSentence sentence) {
        List<ValueMatch> amounts = sentence.figures().amounts();
        return amounts.size() < 2 || sentence.says(NOT_A_PRICE) ? Optional.empty() : several(sentence, amounts);
    }

    /** One price. */
    static List<Candidate> judge(LeverSentence sentence) {
        String text = sentence.text();
        if (sentence.says(NOT_A_PRICE)) {
            return List.of();
        }
        return sentence.figures().amounts().stream()
                .findFirst()
                .or(() -> new Redaction().findFirst(text))
                .flatMap(amount -> one(sentence, amount))
                .stream()
                .toList();
    }

    private static Optional<Candidate> one(LeverSentence sentence, ValueMatch amount) {
        String text = sentence.text();
        String before = text.substring(Math.max(0, amount.start() - 200), amount.start());
        Matcher each = EACH.matcher(text.substring(amount.end()));
        boolean unit = each.find();
        Optional<String> item = item(before, unit);
        if (item.isEmpty() && unit && PAY.matcher(before).find()) {
            item = Optional.of(
                    each.group("more") == null ? each.group("unit") : each.group("unit") + " " + each.group("more"));
        }
        if (item.isEmpty()) {
            return Optional.empty();
        }
        List<LeverParameter> parameters =
                new ArrayList<>(List.of(parameter(Name.ITEM, item.get()), parameter(Name.RATE, amount.value())));
        if (unit) {
            parameters.add(parameter(Name.BASE, each.group("unit")));
            Values.FREQUENCIES
                    .findFirst(each.group().strip())
                    .filter(every -> every.start() < 6)
                    .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every.value())));
        }
        included(sentence, item.get()).ifPresent(parameters::add);
        return Optional.of(sentence.lever(LeverType.RATE_CARD, 0.75, parameters));
    }

    /** How many are paid for already, where the price is that of further ones. */
    static Optional<LeverParameter> included(LeverSentence sentence, String item) {
        Matcher included = INCLUDED.matcher(sentence.before());
        return FURTHER.matcher(item).find() && included.find()
                ? Optional.of(parameter(
                        Name.VOLUME,
                        new TypedValue.Quantity(
                                new BigDecimal(included.group("count").replace(",", "")), included.group("unit"))))
                : Optional.empty();
    }

    private static Optional<String> item(String before, boolean unit) {
        Matcher at = CHARGED_AT.matcher(before);
        if (at.find()) {
            return Optional.of(at.group("item"));
        }
        for (Pattern pattern : unit ? List.of(PRICED, A_FEE_OF, SERVICES_AT) : List.<Pattern>of()) {
            Matcher matcher = pattern.matcher(before);
            if (matcher.find()) {
                return Optional.of(matcher.group("item"));
            }
        }
        return Optional.empty();
    }

    /** Several prices of one thing: {@code at EUR 1 in zone 1 and EUR 2 in zone 2}. */
    private static Optional<Candidate> several(LeverSentence sentence, List<ValueMatch> amounts) {
        String text = sentence.text();
        Optional<Candidate> parts = byPart(sentence, amounts).or(() -> OrderPrices.judge(sentence, amounts));
        if (parts.isPresent()) {
            return parts;
        }
        Optional<Candidate> named = named(sentence, amounts);
        if (named.isPresent()) {
            return named;
        }
        String before = text.substring(0, amounts.get(0).start());
        if (!CHARGED.matcher(before).find()) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>();
        for (ValueMatch amount : amounts) {
            Matcher item = IN.matcher(text.substring(amount.end()).replace('\n', ' '));
            if (!item.find()) {
                return Optional.empty();
            }
            parameters.add(parameter(Name.ITEM, item.group("item")));
            parameters.add(parameter(Name.RATE, amount.value()));
        }
        Matcher unit = FOR_EACH.matcher(before);
        if (unit.find()) {
            parameters.add(parameter(Name.BASE, unit.group("unit")));
        }
        return Optional.of(sentence.lever(LeverType.RATE_CARD, 0.8, parameters));
    }

    /** Prices that each name what they are for: {@code EUR 1 per tonne for this and EUR 2 per tonne for that}. */
    private static Optional<Candidate> named(LeverSentence sentence, List<ValueMatch> amounts) {
        List<LeverParameter> parameters = new ArrayList<>();
        String unit = "";
        for (ValueMatch amount : amounts) {
            Matcher what = UNIT_AND_ITEM.matcher(
                    sentence.text().substring(amount.end()).replace('\n', ' '));
            if (!what.find() || !(unit.isEmpty() || unit.equals(what.group("unit")))) {
                return Optional.empty();
            }
            unit = what.group("unit");
            parameters.add(parameter(Name.ITEM, what.group("item").strip()));
            parameters.add(parameter(Name.RATE, amount.value()));
        }
        parameters.add(parameter(Name.BASE, unit));
        return Optional.of(sentence.lever(LeverType.RATE_CARD, 0.8, parameters));
    }

    /** What costs so much, where it stands before the price: {@code an additional account costs}. */
    private static Optional<String> thing(String before) {
        Matcher costs = THING.matcher(before);
        return costs.find() ? Optional.of(costs.group("item")) : Optional.empty();
    }

    /** A price for so many and another for those beyond: {@code 8 dollars for the first 50 users and 6 for each user above}. */
    private static Optional<Candidate> byPart(LeverSentence sentence, List<ValueMatch> amounts) {
        String text = sentence.text().replace('\n', ' ');
        if (amounts.size() != 2) {
            return Optional.empty();
        }
        Matcher first = FOR_THE_FIRST.matcher(text.substring(amounts.get(0).end()));
        if (!first.find()
                || !BEYOND.matcher(text.substring(amounts.get(1).end())).find()) {
            return Optional.empty();
        }
        BigDecimal limit = new BigDecimal(first.group("count").replace(",", ""));
        String before = text.substring(0, amounts.get(0).start());
        Optional<String> named = Optional.ofNullable(first.group("item")).or(() -> thing(before));
        if (named.isEmpty()) {
            return Optional.empty();
        }
        String item = named.get().strip();
        List<Tier> tiers = List.of(
                new Tier(null, true, limit, true, item, amounts.get(0).value()),
                new Tier(limit, false, null, false, item, amounts.get(1).value()));
        List<LeverParameter> parameters = new ArrayList<>(
                List.of(parameter(Name.ITEM, item), parameter(Name.TIERS, new TypedValue.Tiers(tiers))));
        Values.frequency(text).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        return Optional.of(sentence.lever(LeverType.VOLUME_DISCOUNT, 0.85, parameters));
    }
}
