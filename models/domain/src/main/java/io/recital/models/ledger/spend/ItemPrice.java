package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.ItemCodes;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.Levers;
import io.recital.models.ledger.lever.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;

/** The one price of a price list that a clause means when it takes a share of an item's price. */
record ItemPrice(BigMoney price, Finding finding) {
    /** Names of the price as the list states it, whatever became of it since. */
    private static final Pattern AS_LISTED =
            Pattern.compile("\\b(?:base|basic|list|initial|starting|fixed)\\s+prices?\\b", Pattern.CASE_INSENSITIVE);

    /** A share of it, worked out. */
    record Share(BigMoney each, Derivation working, Finding finding) {}

    /** Empty where several prices fit, and where prices move and the clause does not say that it means the one of the list. */
    static Optional<ItemPrice> find(Dossier dossier, LeverTerm term, Period period) {
        Levers levers = new Levers(dossier.family());
        boolean moves = levers.everStated(LeverType.PRICE_ADJUSTMENT).findAny().isPresent();
        if (moves
                && !AS_LISTED.matcher(term.text(Name.BASE) + " " + term.words()).find()) {
            return Optional.empty();
        }
        List<ItemPrice> found = levers.inForce(LeverType.RATE_CARD, period.to(), Set.of())
                .flatMap(card -> prices(card, term.text(Name.ITEM)).stream())
                .distinct()
                .toList();
        boolean one = found.stream().map(ItemPrice::price).distinct().count() == 1;
        return one ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static List<ItemPrice> prices(LeverTerm card, String item) {
        List<String> items = values(card.lever(), Name.ITEM).stream()
                .map(TypedValue::display)
                .toList();
        List<TypedValue> rates = values(card.lever(), Name.RATE);
        List<ItemPrice> prices = new ArrayList<>();
        for (int i = 0; i < items.size() && items.size() == rates.size(); i++) {
            if (rates.get(i) instanceof TypedValue.Amount amount && isMeant(card.member(), items.get(i), item)) {
                prices.add(new ItemPrice(amount.value(), card.finding()));
            }
        }
        return prices;
    }

    private static List<TypedValue> values(CommercialLever lever, Name name) {
        return lever.parameters().stream()
                .filter(parameter -> parameter.name() == name)
                .map(LeverParameter::value)
                .toList();
    }

    /** Whether words mean an item of a price list: by its number, or by all words of its name. */
    static boolean isMeant(FamilyMember member, String listed, String said) {
        return Words.of(said).holds(Words.of(listed))
                || ItemCodes.of(member, listed).stream()
                        .anyMatch(code -> Pattern.compile(
                                        "(?<![\\p{L}\\d])" + Pattern.quote(code) + "(?![\\p{L}\\d])",
                                        Pattern.CASE_INSENSITIVE)
                                .matcher(said)
                                .find());
    }

    Share share(BigDecimal percent) {
        BigMoney each = BigMoney.of(
                price.getCurrencyUnit(), price.getAmount().multiply(percent).movePointLeft(2));
        return new Share(
                each,
                new Derivation(
                        Operation.PERCENT_OF,
                        List.of(
                                new Input("share of the price", percent.toPlainString() + " %", null),
                                new Input(
                                        "price of a unit",
                                        price.toString(),
                                        finding.citations().get(0))),
                        each.toString()),
                finding);
    }
}
