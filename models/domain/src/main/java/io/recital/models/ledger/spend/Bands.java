package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.lever.LeverTerm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Percentages by bands of money: each on its own part of the sum, or that of the band reached on all of it.
 *
 * @param isByPart null where the words do not say which
 */
public record Bands(List<Tier> tiers, @Nullable Boolean isByPart) {
    private static final Pattern BY_PART = Pattern.compile(
            "\\b(?:part|portion|balance|excess)\\s+(?:thereof\\s+|that\\s+is\\s+|which\\s+is\\s+)?(?:above|over|exceeding|beyond)\\b|\\bonly\\s+to\\s+(?:the|that)\\s+(?:part|portion)|\\b(?:part|portion)\\b[^.]{0,60}\\b(?:within|in|falls?)\\b[^.]{0,30}\\b(?:its|each|that|the)\\s+(?:band|tier|bracket)|\\bband\\s+by\\s+band|\\bmarginal|\\bincremental|\\bnot\\s+to\\s+the\\s+whole|\\bso\\s+much\\s+(?:of|as)\\b|\\b(?:on|of|for|upon)\\s+(?:the|such|that)\\s+(?:part|portion|excess|surplus)\\b(?!\\s+(?:number|of\\s+(?:a|an|the|that|any)\\s+(?:[\\p{L}-]+\\s+)?(?:year|quarter|month|period|term)))|\\bportion\\s+(?:up\\s+to|not\\s+exceeding)|\\bper\\s+band\\b|\\bwithin\\s+each\\s+(?:band|tier|bracket|step)|\\b(?:portion|part)\\s+of\\s+(?:the\\s+|its\\s+|their\\s+)?(?:net\\s+|gross\\s+|your\\s+|our\\s+)?(?:sales|spend|purchases|fees|charges|revenues?|turnover)|\\bof\\s+the\\s+first\\s+(?:[£$€]|[A-Z]{3}\\s)|(?:%|per\\s?cent)\\)?\\s+(?:back\\s+)?(?:of|on)\\s+[^.;%]{3,60}?\\b(?:above|over|exceeding|beyond|in\\s+excess\\s+of)\\s+(?:[£$€]|[A-Z]{3}\\s)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ON_ALL = Pattern.compile(
            "\\b(?:on|to|for|of)\\s+(?:all|everything)\\b(?!\\s+(?:further|additional|others?)\\b)|\\ball\\s+(?:of\\s+)?(?:the\\s+|its\\s+|their\\s+)?(?:net\\s+|annual\\s+|total\\s+)?(?:purchases|spend|sales|turnover|orders|fees|charges)|\\bfrom\\s+(?:the\\s+)?(?:first|one)\\b(?:\\s+(?:euro|dollar|pound|unit))?|\\b(?:for|on)\\s+(?:each|every)\\s+[^.]{0,60}\\bnot\\s+(?:merely|only|just)\\b|\\bretroactive|\\bretrospective|\\bbackdated|\\bentire\\b|\\b(?:the|its|their|that)\\s+(?:whole|full|total)\\s+(?:of\\s+)?(?:the\\s+|its\\s+|their\\s+)?(?:net\\s+|annual\\s+)?(?:spend|volume|amount|turnover|purchases|sales|value|sum|fees|charges)\\b|\\bwhole\\s+(?:of\\s+)?(?:the\\s+)?(?:spend|volume|amount|turnover|year)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern REACHES = Pattern.compile(
            "\\breach|\\bat\\s+least\\b|\\bor\\s+(?:more|above|over)\\b|\\bnot\\s+less\\s+than\\b|\\bfrom\\s+(?:[£$€]|[A-Z]{3}\\s)",
            Pattern.CASE_INSENSITIVE);

    public Bands {
        tiers = List.copyOf(tiers);
    }

    /** The bands of a lever in percent of money; empty for prices by quantity. */
    static Optional<Bands> of(LeverTerm term) {
        return term.find(Name.TIERS, TypedValue.Tiers.class)
                .map(TypedValue.Tiers::tiers)
                .or(() -> aboveItsFloor(term))
                .filter(tiers -> tiers.stream().allMatch(tier -> tier.value() instanceof TypedValue.Percent)
                        && tiers.stream().anyMatch(tier -> tier.unit().matches("[A-Z]{3}")))
                .map(tiers -> new Bands(stepped(tiers), isByPart(term)));
    }

    /** One percentage from a sum on: {@code 3 % of the excess over 250,000 euros}. */
    private static Optional<List<Tier>> aboveItsFloor(LeverTerm term) {
        Optional<TypedValue.Percent> rate = term.find(Name.RATE, TypedValue.Percent.class);
        return term.find(Name.FLOOR, TypedValue.Amount.class)
                .map(TypedValue.Amount::value)
                .flatMap(floor -> rate.map(percent -> List.of(new Tier(
                        floor.getAmount(),
                        REACHES.matcher(term.words()).find(),
                        null,
                        false,
                        floor.getCurrencyUnit().getCode(),
                        percent))));
    }

    /**
     * The bands from the lowest on, each of which ends where the next begins: {@code from 250,000}, {@code from 400,000}, and
     * {@code up to 1,000}, {@code up to 5,000}.
     */
    static List<Tier> stepped(List<Tier> stated) {
        List<Tier> tiers = stated.stream()
                .sorted(Comparator.comparing(Bands::bound).thenComparing(tier -> tier.from() != null))
                .toList();
        List<Tier> stepped = new ArrayList<>();
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            @Nullable Tier next = i + 1 < tiers.size() ? tiers.get(i + 1) : null;
            @Nullable Tier last = i > 0 ? tiers.get(i - 1) : null;
            boolean ends = tier.to() != null || next == null || next.from() == null;
            boolean begins = tier.from() != null || last == null || last.to() == null;
            stepped.add(new Tier(
                    (begins || last == null) ? tier.from() : last.to(),
                    (begins || last == null) ? tier.fromIncluded() : !last.toIncluded(),
                    (ends || next == null) ? tier.to() : next.from(),
                    (ends || next == null) ? tier.toIncluded() : !next.fromIncluded(),
                    tier.unit(),
                    tier.value()));
        }
        return List.copyOf(stepped);
    }

    private static BigDecimal bound(Tier tier) {
        return Objects.requireNonNullElse(tier.from(), Objects.requireNonNullElse(tier.to(), BigDecimal.ZERO));
    }

    /** One percentage of all sales, whatever they come to. */
    static Bands flat(BigDecimal percent, CurrencyUnit currency) {
        Tier all = new Tier(null, true, null, false, currency.getCode(), new TypedValue.Percent(percent));
        return new Bands(List.of(all), true);
    }

    /** Whether each rate is for its own part only; null where the words say neither. */
    static @Nullable Boolean isByPart(LeverTerm term) {
        String words = term.words() + " " + term.text(Name.BASE);
        boolean part = BY_PART.matcher(words).find();
        if (part || ON_ALL.matcher(words).find()) {
            return part;
        }
        if (term.findSaid(BY_PART).isPresent()) {
            return true;
        }
        return term.findSaid(ON_ALL).isPresent() ? Boolean.FALSE : null;
    }

    CurrencyUnit currency() {
        return tiers.stream()
                .filter(tier -> tier.unit().matches("[A-Z]{3}"))
                .map(tier -> CurrencyUnit.of(tier.unit()))
                .findFirst()
                .orElseThrow();
    }

    /** What the bands give on a sum; empty where it matters how they are meant, and the words do not say. */
    Optional<Money> on(BigDecimal sum) {
        Money parts = byPart(sum);
        Money all = onAll(sum);
        if (isByPart == null) {
            return parts.equals(all) ? Optional.of(parts) : Optional.empty();
        }
        return Optional.of(isByPart ? parts : all);
    }

    private Money onAll(BigDecimal sum) {
        return tiers.stream()
                .filter(tier -> tier.holds(sum))
                .map(tier -> percentOf(tier, sum))
                .findFirst()
                .orElse(Money.zero(currency()));
    }

    private Money byPart(BigDecimal sum) {
        return tiers.stream().map(tier -> percentOf(tier, part(tier, sum))).reduce(Money.zero(currency()), Money::plus);
    }

    /** What of a sum lies within a band. */
    static BigDecimal part(Tier tier, BigDecimal sum) {
        BigDecimal from = tier.from() == null ? BigDecimal.ZERO : tier.from();
        BigDecimal to = tier.to() == null ? sum : tier.to().min(sum);
        return to.subtract(from).max(BigDecimal.ZERO);
    }

    private Money percentOf(Tier tier, BigDecimal sum) {
        BigDecimal percent = ((TypedValue.Percent) tier.value()).value();
        return Money.of(currency(), sum.multiply(percent).movePointLeft(2), RoundingMode.HALF_UP);
    }

    /** The steps to what the bands give on a sum. */
    List<Derivation> workings(LeverTerm term, BigDecimal sum, Money result) {
        List<Derivation> steps = new ArrayList<>();
        boolean byPart = Boolean.TRUE.equals(isByPart);
        List<Derivation.Input> parts = new ArrayList<>();
        for (Tier tier : tiers) {
            BigDecimal on = byPart ? part(tier, sum) : tier.holds(sum) ? sum : BigDecimal.ZERO;
            Money money = percentOf(tier, on);
            if (on.signum() > 0) {
                steps.add(new Derivation(
                        Operation.PERCENT_OF,
                        List.of(
                                term.input("rate of the band", tier.value().display()),
                                new Derivation.Input(
                                        byPart ? "part within the band" : "sum", on.toPlainString(), null)),
                        money.toString()));
                parts.add(new Derivation.Input("of a band", money.toString(), null));
            }
        }
        if (parts.size() > 1) {
            steps.add(new Derivation(Operation.SUM, parts, result.toString()));
        }
        return steps;
    }

    /** The next band up, and how much is missing to it. */
    Optional<Tier> above(BigDecimal sum) {
        return tiers.stream()
                .filter(tier -> tier.from() != null && tier.from().compareTo(sum) > 0)
                .min(Comparator.comparing(tier -> Objects.requireNonNullElse(tier.from(), BigDecimal.ZERO)));
    }
}
