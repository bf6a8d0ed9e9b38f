package io.recital.models.ledger.invoice;

import static java.util.Objects.requireNonNull;

import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.lever.ItemCodes;
import io.recital.models.wording.SpelledNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says that one item costs, or at most may cost.
 *
 * @param names of the item: its number, its description
 * @param context words of the table or sentence that it stands in, such as those of the column's header
 * @param price of one unit; null where it depends on the quantity, or is withheld
 * @param breaks prices by the quantity of one order; empty where there is one price
 * @param unit what is counted, in the contract's words; empty when not said
 * @param from first day; null when the contract's own
 * @param until last day; null when none is said
 * @param limit whether it is a limit and not the price itself
 * @param source the finding that says so
 */
record AgreedPrice(
        List<String> names,
        ItemWords context,
        @Nullable BigMoney price,
        List<Tier> breaks,
        String unit,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean limit,
        Governed<CommercialLever> source) {
    private static final Pattern INSTALMENTS =
            Pattern.compile("(?i)\\bin (\\w+) (?:equal |monthly |quarterly )*instal?lments");
    /** A quantity, a price, a day or a condition, which stand on the row of an item too. */
    private static final Pattern A_TERM = Pattern.compile(
            "(?i)^\\W*(?:from|to|up\\s+to|below|under|over|above|more\\s+than|less\\s+than|at\\s+least|any|all|each|every|per|none|yes|no|n/?a|until|\\d[\\d.,]*)\\b|[€$£]|\\b(?:EUR|USD|GBP|CHF|AUD)\\b");

    AgreedPrice {
        names = List.copyOf(names);
        requireNonNull(context, "context");
        breaks = List.copyOf(breaks);
        requireNonNull(unit, "unit");
        requireNonNull(source, "source");
    }

    boolean isValidOn(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (until == null || !until.isBefore(day));
    }

    /** Whether the contract withholds the price, or says it in two ways. */
    boolean isWithheld() {
        return price == null && breaks.isEmpty();
    }

    /** The price of one unit when so much is ordered at once, counted as the breaks count. */
    Optional<BigMoney> at(BigDecimal ordered) {
        if (price != null) {
            return Optional.of(price);
        }
        return breaks.stream()
                .filter(tier -> tier.holds(ordered))
                .map(tier -> ((TypedValue.Amount) tier.value()).value())
                .findFirst();
    }

    /** How its prices by quantity count. */
    QuantityBreaks byQuantity() {
        return new QuantityBreaks(this);
    }

    /** All prices that it knows for the item, whatever is ordered. */
    List<BigMoney> all() {
        return price != null
                ? List.of(price)
                : breaks.stream()
                        .map(tier -> ((TypedValue.Amount) tier.value()).value())
                        .toList();
    }

    /** Into how many equal invoices the price is divided; one for most. */
    int instalments() {
        Matcher found = INSTALMENTS.matcher(String.join(" ", names));
        if (!found.find()) {
            return 1;
        }
        return SpelledNumber.parse(found.group(1))
                .filter(number -> number > 0 && number < 100)
                .orElse(1);
    }

    /** Whether it is the price for nights, weekends or the like. */
    boolean isForOffHours() {
        return OffHours.isNamedIn(String.join(" ", names) + " " + unit);
    }

    /** The words of its names and of the table or sentence that it stands in. */
    ItemWords words() {
        return ItemWords.of(String.join(" ", names)).and(context);
    }

    /** Words by which the rows of its number describe it, where nothing but the number names it. */
    ItemWords description() {
        if (!names.stream().allMatch(ItemWords::isCode)) {
            return ItemWords.NONE;
        }
        List<String> told = names.stream()
                .flatMap(code -> ItemCodes.namesOf(source.member(), code).stream())
                .filter(cell -> !A_TERM.matcher(cell).find())
                .distinct()
                .toList();
        return told.size() == 1 ? ItemWords.of(told.get(0)) : ItemWords.NONE;
    }

    String name() {
        return names.get(names.size() - 1);
    }
}
