package io.recital.models.ledger.invoice;

import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prices whose items are steps of a quantity, as in {@code the first 500 pallets}, {@code the next 500}, {@code each further
 * pallet}: one item with a price for each step.
 *
 * @param item what is counted
 */
record StepPrices(String item, List<Tier> tiers) {
    private static final String NUMBER = "(?<number>\\d{1,3}(?:[,.' ]\\d{3})+|\\d+)";
    private static final Pattern FIRST = aStep("(?:the\\s+)?(?:first|up\\s+to|initial)\\s+" + NUMBER);
    private static final Pattern NEXT = aStep("(?:the\\s+)?(?:next|following|subsequent|second|third)\\s+" + NUMBER);
    private static final Pattern RANGE =
            aStep("(?:from\\s+)?(?<from>\\d[\\d,.']*)\\s*(?:to|-|–|until|through)\\s*" + NUMBER);
    private static final Pattern REST = aStep(
            "(?:(?:every|each|any|all)\\s+(?:further|additional|other|\\p{L}+\\s+(?:above|over|beyond|after))|(?:further|additional|remaining)|thereafter|beyond|above|over|more\\s+than|from)\\b");
    private static final Pattern NO_ITEM = Pattern.compile(
            "\\b(?:the|a|an|each|every|any|all|of|to|up|from|first|next|following|subsequent|second|third|initial|further|additional|other|remaining|thereafter|beyond|above|over|more|than|until|through|that|this|per|in|month|months|quarter|year)\\b|[^\\p{L} -]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NAME_END = Pattern.compile("\\s*(?:,|:|\\s[–-]|\\()\\s*");

    StepPrices {
        tiers = List.copyOf(tiers);
    }

    private static Pattern aStep(String words) {
        return Pattern.compile(
                "^\\s*(?:\\p{L}+\\s+(?=\\d|above|over|more|up|from|beyond|in\\s+excess))?" + words,
                Pattern.CASE_INSENSITIVE);
    }

    /** The steps that items with a price each tell; empty unless all of them are steps that leave no gap. */
    static Optional<StepPrices> of(List<String> items, List<TypedValue> rates) {
        return plain(items, rates).or(() -> named(items, rates));
    }

    /** Steps that begin with the same name: {@code Day cycle, first 180 pallets}, {@code Day cycle, each pallet above}. */
    private static Optional<StepPrices> named(List<String> items, List<TypedValue> rates) {
        List<String> names = items.stream().map(StepPrices::name).distinct().toList();
        return names.size() == 1 && !names.get(0).isEmpty()
                ? plain(items.stream().map(StepPrices::step).toList(), rates)
                        .map(steps -> new StepPrices(names.get(0), steps.tiers()))
                : Optional.empty();
    }

    /** What an item with a step is the step of; empty where nothing stands before it. */
    static String name(String item) {
        String[] parts = NAME_END.split(item.strip(), 2);
        return parts.length == 2 ? parts[0].strip() : "";
    }

    private static String step(String item) {
        return NAME_END.split(item.strip(), 2)[1];
    }

    private static Optional<StepPrices> plain(List<String> items, List<TypedValue> rates) {
        boolean priced = items.size() == rates.size() && rates.stream().allMatch(TypedValue.Amount.class::isInstance);
        boolean begins = items.stream()
                .limit(1)
                .anyMatch(item ->
                        FIRST.matcher(item).find() || RANGE.matcher(item).find());
        if (items.size() < 2 || !priced || !begins) {
            return Optional.empty();
        }
        String item = items.stream()
                .map(StepPrices::counted)
                .filter(word -> !word.isBlank())
                .findFirst()
                .orElse("");
        List<Tier> tiers = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        for (int i = 0; i < items.size(); i++) {
            boolean last = i == items.size() - 1;
            Optional<BigDecimal> to = upTo(items.get(i), from);
            if (to.isEmpty() && !(last && REST.matcher(items.get(i)).find())) {
                return Optional.empty();
            }
            tiers.add(tier(from, to.orElse(null), item, rates.get(i)));
            from = to.orElse(from);
        }
        return item.isEmpty() ? Optional.empty() : Optional.of(new StepPrices(item, tiers));
    }

    private static Tier tier(BigDecimal from, @Nullable BigDecimal to, String unit, TypedValue price) {
        return new Tier(from, from.signum() == 0, to, true, unit, price);
    }

    /** Where a step ends that begins after another; empty for the last one, and for one that does not follow on. */
    private static Optional<BigDecimal> upTo(String item, BigDecimal from) {
        Matcher range = RANGE.matcher(item);
        if (range.find()) {
            BigDecimal begins = number(range.group("from"));
            boolean follows = begins.subtract(from).abs().compareTo(BigDecimal.ONE) <= 0;
            return follows ? Optional.of(number(range.group("number"))) : Optional.empty();
        }
        Matcher next = NEXT.matcher(item);
        if (next.find()) {
            return Optional.of(from.add(number(next.group("number"))));
        }
        Matcher first = FIRST.matcher(item);
        return first.find() ? Optional.of(number(first.group("number"))) : Optional.empty();
    }

    private static BigDecimal number(String written) {
        return new BigDecimal(written.replaceAll("[,.' ]", ""));
    }

    /** What a step counts, once all that makes it a step is left out. */
    private static String counted(String item) {
        return NO_ITEM.matcher(item.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .lines()
                .collect(Collectors.joining(" "))
                .strip()
                .replaceAll("\\s+", " ");
    }
}
