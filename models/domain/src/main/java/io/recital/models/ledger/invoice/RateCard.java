package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.lever.ItemCodes;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** Reads from a rate card, or a discount in prices by quantity, what each of its items costs. */
final class RateCard {
    private static final Pattern OF_A_YEAR = Pattern.compile(
            "(?i)\\b(?:(?:worked|performed|delivered|provided|ordered|valid|rates?|prices?)\\s+(?:in|for|during)|calendar\\s+year|in\\s+the\\s+year)\\s+(?<year>20\\d\\d)\\b");

    private RateCard() {}

    /** The prices that a rate card, or a discount in prices by quantity, states; none where items and prices do not pair. */
    static List<AgreedPrice> prices(Governed<CommercialLever> lever) {
        List<String> stated = lever.content().texts(Name.ITEM);
        List<String> items = stated.isEmpty() && breaks(lever.content()).isPresent() ? PricedThing.of(lever) : stated;
        List<TypedValue> rates = lever.content().list(Name.RATE);
        List<TypedValue> caps = lever.content().list(Name.CAP).stream()
                .filter(TypedValue.Amount.class::isInstance)
                .toList();
        if (items.isEmpty()) {
            return List.of();
        }
        Optional<StepPrices> steps = StepPrices.of(items, rates);
        if (steps.isPresent()) {
            List<String> names = Stream.concat(
                            PricedThing.of(lever).stream(),
                            Stream.of(steps.get().item()))
                    .distinct()
                    .toList();
            return List.of(one(lever, names, null, steps.get().tiers(), false));
        }
        if (lever.content().lever() == LeverType.VOLUME_DISCOUNT) {
            return breaks(lever.content())
                    .map(tiers -> List.of(one(lever, items, null, tiers, false)))
                    .orElse(List.of());
        }
        if (lever.content().lever() != LeverType.RATE_CARD) {
            return List.of();
        }
        boolean limit = rates.isEmpty();
        List<TypedValue> prices = limit ? caps : rates;
        if (prices.size() == 1) {
            return List.of(one(lever, items, money(prices.get(0)), List.of(), limit));
        }
        if (prices.size() != items.size()) {
            return List.of();
        }
        List<AgreedPrice> paired = new ArrayList<>();
        Set<String> stepped = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String name = StepPrices.name(items.get(i));
            Optional<StepPrices> some = name.isEmpty() ? Optional.empty() : steps(name, items, prices);
            if (some.isEmpty()) {
                paired.add(one(lever, List.of(items.get(i)), money(prices.get(i)), List.of(), limit));
            } else if (stepped.add(name)) {
                paired.add(one(lever, List.of(name), null, some.get().tiers(), limit));
            }
        }
        return paired;
    }

    /** The steps of one of several items of a price list. */
    private static Optional<StepPrices> steps(String name, List<String> items, List<TypedValue> prices) {
        List<Integer> rows = IntStream.range(0, items.size())
                .filter(i -> StepPrices.name(items.get(i)).equals(name))
                .boxed()
                .toList();
        return rows.size() < 2
                ? Optional.empty()
                : StepPrices.of(
                        rows.stream().map(items::get).toList(),
                        rows.stream().map(prices::get).toList());
    }

    private static AgreedPrice one(
            Governed<CommercialLever> lever,
            List<String> names,
            @Nullable BigMoney price,
            List<Tier> breaks,
            boolean limit) {
        CommercialLever content = lever.content();
        return new AgreedPrice(
                withCodes(lever.member(), names),
                context(lever),
                price,
                breaks,
                limit && isShareToo(content) ? "" : unit(content),
                content.findDay(Name.FROM)
                        .or(() -> year(names).map(year -> year.atDay(1)))
                        .orElse(null),
                content.findDay(Name.PERIOD)
                        .or(() -> year(names).map(year -> year.atDay(year.length())))
                        .orElse(null),
                limit,
                lever);
    }

    /** The year that a name says it is for, such as {@code Fitter, worked in 2026}. */
    private static Optional<Year> year(List<String> names) {
        Matcher year = OF_A_YEAR.matcher(String.join(" ", names));
        return year.find() ? Optional.of(Year.parse(year.group("year"))) : Optional.empty();
    }

    /** The numbers first that stand on the rows of its names or begin them. */
    private static List<String> withCodes(FamilyMember member, List<String> names) {
        Stream<String> leading = names.stream()
                .map(name -> name.split("\\s+", 2))
                .filter(parts -> parts.length == 2 && ItemWords.isCode(parts[0]))
                .map(parts -> parts[0]);
        Stream<String> codes =
                Stream.concat(names.stream().flatMap(name -> ItemCodes.of(member, name).stream()), leading);
        return Stream.concat(codes, names.stream()).distinct().toList();
    }

    private static String unit(CommercialLever content) {
        return content.find(Name.BASE)
                .or(() -> content.find(Name.FREQUENCY))
                .map(RateCard::unitOf)
                .orElse("");
    }

    /** Whether it also limits something to a share, so that its base is what that is a share of. */
    private static boolean isShareToo(CommercialLever content) {
        return content.list(Name.CAP).stream().anyMatch(TypedValue.Percent.class::isInstance);
    }

    private static String unitOf(TypedValue value) {
        return value instanceof TypedValue.Length length
                ? length.value().unit().name().toLowerCase(Locale.ROOT)
                : value.display();
    }

    private static ItemWords context(Governed<CommercialLever> lever) {
        String around = lever.finding().citations().stream()
                .filter(citation -> citation.role() != CitationRole.CELL && citation.role() != CitationRole.ITEM)
                .map(Citation::quote)
                .collect(Collectors.joining(" "));
        String base = lever.content().find(Name.BASE).map(TypedValue::display).orElse("");
        return ItemWords.undated(around + " " + base);
    }

    private static Optional<List<Tier>> breaks(CommercialLever lever) {
        return lever.find(Name.TIERS)
                .filter(TypedValue.Tiers.class::isInstance)
                .map(value -> ((TypedValue.Tiers) value).tiers())
                .filter(tiers -> tiers.stream().allMatch(tier -> tier.value() instanceof TypedValue.Amount));
    }

    private static @Nullable BigMoney money(TypedValue value) {
        return value instanceof TypedValue.Amount amount ? amount.value() : null;
    }
}
