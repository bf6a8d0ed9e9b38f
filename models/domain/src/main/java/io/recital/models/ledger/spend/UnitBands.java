package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.lever.LeverTerm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/** Sums of money for each unit by bands of a quantity, such as 9 euros a tonne from 1,000 tonnes on: that of the band reached on all. */
record UnitBands(LeverTerm term, List<Tier> tiers, String unit) {
    UnitBands {
        tiers = List.copyOf(tiers);
    }

    /** The bands of a lever; empty where they are of another sort, or where it is not said that the rate is for every unit. */
    static Optional<UnitBands> of(LeverTerm term) {
        return term.find(Name.TIERS, TypedValue.Tiers.class)
                .map(TypedValue.Tiers::tiers)
                .filter(tiers -> !tiers.isEmpty()
                        && term.lever().find(Name.ITEM).isEmpty()
                        && tiers.stream()
                                .allMatch(tier -> tier.value() instanceof TypedValue.Amount
                                        && !tier.unit().isBlank()
                                        && !tier.unit().matches("[A-Z]{3}")
                                        && tier.unit().equals(tiers.get(0).unit())))
                .filter(tiers -> Boolean.FALSE.equals(Bands.isByPart(term)))
                .map(tiers -> new UnitBands(term, tiers, tiers.get(0).unit()));
    }

    /** What a quantity earns; nothing below the lowest band. */
    Optional<Money> on(BigDecimal quantity) {
        return rate(quantity).map(rate -> rate.multipliedBy(quantity).toMoney(RoundingMode.HALF_UP));
    }

    private Optional<BigMoney> rate(BigDecimal quantity) {
        return tiers.stream()
                .filter(tier -> tier.holds(quantity))
                .map(tier -> ((TypedValue.Amount) tier.value()).value())
                .findFirst();
    }

    List<Derivation> workings(BigDecimal quantity, Money earned) {
        return rate(quantity).stream()
                .map(rate -> new Derivation(
                        Operation.PRODUCT,
                        List.of(
                                term.input(
                                        "sum for each",
                                        rate.getCurrencyUnit().getCode() + " "
                                                + rate.getAmount().toPlainString()),
                                new Input("quantity", quantity.toPlainString() + " " + unit, null)),
                        earned.toString()))
                .toList();
    }
}
