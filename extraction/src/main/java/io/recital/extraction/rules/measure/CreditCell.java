package io.recital.extraction.rules.measure;

import io.recital.extraction.rules.value.Band;
import io.recital.extraction.rules.value.MoneyParser;
import io.recital.extraction.rules.value.PercentParser;
import io.recital.extraction.rules.value.TierParser;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.CreditStep;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a table cell says that missing a target brings: one sum for any miss, a sum for each level, so much for each step, or
 * points in any of these ways.
 *
 * @param tiers levels with what each brings
 * @param step so much for each; null where it states none
 */
record CreditCell(List<Tier> tiers, @Nullable CreditStep step) {
    private static final CreditCell NOTHING = new CreditCell(List.of(), null);
    private static final String POINTS = "^\\s*(?<points>\\d+(?:\\.\\d+)?)\\s*(?:points?\\b)?\\s*";
    private static final Pattern PART = Pattern.compile("\\s*;\\s*|\\n+|,\\s+(?:and\\s+)?(?=\\d)|\\s+and\\s+(?=\\d)");
    private static final Pattern LEVEL =
            Pattern.compile(POINTS + "(?:if|when|where|for|:|–|-)?\\s*(?<band>.*\\d.*)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern EACH = Pattern.compile(
            POINTS
                    + "(?:for\\s+each|for\\s+every|each|per)\\s+(?<unit>[\\p{L} -]{0,30}?)\\s*(?:above|over|beyond|below|under|more\\s+than|fewer\\s+than|in\\s+excess\\s+of)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ALONE = Pattern.compile(POINTS + "$", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADED =
            Pattern.compile("(?<!percentage\\s)(?<!%\\s)(?<!%-)\\bpoints?\\b", Pattern.CASE_INSENSITIVE);

    CreditCell {
        tiers = List.copyOf(tiers);
    }

    /** What a cell under a header brings for missing a target; nothing where it is not understood whole. */
    static CreditCell read(String words, String header, Target target) {
        if (target.value() == null || CreditTables.isNone(words)) {
            return NOTHING;
        }
        if (HEADED.matcher(header).find() || HEADED.matcher(words).find()) {
            return points(words, target);
        }
        Optional<CreditStep> step = new StepReader().find(words, null);
        if (step.isPresent()) {
            return new CreditCell(List.of(), step.get());
        }
        List<Tier> tiers = new TierParser()
                .findTiers(words).stream()
                        .map(match -> in(match.tier(), target.unit()))
                        .toList();
        return tiers.isEmpty() ? flat(words, target) : new CreditCell(apart(tiers), null);
    }

    private static CreditCell flat(String words, Target target) {
        List<ValueMatch> values = new ArrayList<>(new PercentParser().findAll(words));
        values.addAll(new MoneyParser().findAll(words));
        return values.size() == 1
                ? new CreditCell(target.missedFor(values.get(0).value()), null)
                : NOTHING;
    }

    private static CreditCell points(String words, Target target) {
        Matcher each = EACH.matcher(words);
        if (each.find()) {
            return new CreditCell(List.of(), new CreditStep(points(each), BigDecimal.ONE, false));
        }
        Matcher alone = ALONE.matcher(words);
        if (alone.find()) {
            return new CreditCell(target.missedFor(points(alone)), null);
        }
        List<Tier> tiers = new ArrayList<>();
        for (String part : PART.split(words)) {
            Matcher level = LEVEL.matcher(part);
            Optional<Band> band =
                    level.find() ? new TierParser().bandOf(level.group("band"), target.unit()) : Optional.empty();
            if (band.isEmpty()) {
                return NOTHING;
            }
            tiers.add(in(band.get().earning(points(level)), target.unit()));
        }
        return new CreditCell(apart(tiers), null);
    }

    private static TypedValue points(Matcher matcher) {
        return new TypedValue.Quantity(new BigDecimal(matcher.group("points")), "points");
    }

    private static Tier in(Tier tier, String unit) {
        return tier.unit().isEmpty()
                ? new Tier(tier.from(), tier.fromIncluded(), tier.to(), tier.toIncluded(), unit, tier.value())
                : tier;
    }

    /** Levels of which a worse one replaces a lighter: {@code below 90} ends where {@code below 80} begins. */
    static List<Tier> apart(List<Tier> tiers) {
        return tiers.stream().map(tier -> cut(tier, tiers)).toList();
    }

    private static Tier cut(Tier tier, List<Tier> all) {
        BigDecimal from = tier.from();
        BigDecimal to = tier.to();
        if (from == null && to != null) {
            Optional<Tier> worse = all.stream()
                    .filter(other -> other.from() == null && isBelow(other.to(), to))
                    .max((one, other) -> bound(one.to()).compareTo(bound(other.to())));
            return worse.map(other ->
                            new Tier(other.to(), !other.toIncluded(), to, tier.toIncluded(), tier.unit(), tier.value()))
                    .orElse(tier);
        }
        if (to == null && from != null) {
            Optional<Tier> worse = all.stream()
                    .filter(other -> other.to() == null && isBelow(from, other.from()))
                    .min((one, other) -> bound(one.from()).compareTo(bound(other.from())));
            return worse.map(other -> new Tier(
                            from, tier.fromIncluded(), other.from(), !other.fromIncluded(), tier.unit(), tier.value()))
                    .orElse(tier);
        }
        return tier;
    }

    private static BigDecimal bound(@Nullable BigDecimal bound) {
        return bound == null ? BigDecimal.ZERO : bound;
    }

    private static boolean isBelow(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) < 0;
    }
}
