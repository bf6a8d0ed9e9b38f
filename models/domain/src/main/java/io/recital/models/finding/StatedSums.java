package io.recital.models.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The sums of money that a finding states, wherever they stand in it. */
public final class StatedSums {
    private StatedSums() {}

    /** Their currencies, one for each sum or bound of a band. */
    public static List<CurrencyUnit> currencies(FindingContent content) {
        List<CurrencyUnit> found = new ArrayList<>();
        inCurrency(content, currency -> {
            found.add(currency);
            return currency;
        });
        return List.copyOf(found);
    }

    /** The same with each sum in another currency: what is read of the sign alone can turn out to mean another one. */
    public static FindingContent inCurrency(FindingContent content, UnaryOperator<CurrencyUnit> other) {
        if (content instanceof ContractFact fact) {
            return new ContractFact(fact.fact(), value(fact.value(), other), fact.basis());
        }
        if (content instanceof CommercialLever lever) {
            return new CommercialLever(
                    lever.lever(),
                    lever.parameters().stream()
                            .map(parameter -> new LeverParameter(parameter.name(), value(parameter.value(), other)))
                            .toList());
        }
        if (content instanceof Milestone milestone) {
            return new Milestone(
                    milestone.deliverable(),
                    milestone.due(),
                    orNull(milestone.payment(), other),
                    milestone.acceptance(),
                    milestone.code());
        }
        return content instanceof PerformanceMeasure measure ? measure(measure, other) : content;
    }

    private static PerformanceMeasure measure(PerformanceMeasure measure, UnaryOperator<CurrencyUnit> other) {
        CreditStep step = measure.step();
        return new PerformanceMeasure(
                measure.name(),
                measure.term(),
                measure.metric(),
                measure.comparison(),
                measure.target(),
                unit(measure.unit(), other),
                measure.window(),
                measure.credits().stream().map(tier -> tier(tier, other)).toList(),
                orNull(measure.cap(), other),
                measure.claimWindow(),
                orNull(measure.stated(), other),
                step == null ? null : new CreditStep(value(step.credit(), other), step.every(), step.commenced()),
                measure.allocation());
    }

    private static @Nullable TypedValue orNull(@Nullable TypedValue value, UnaryOperator<CurrencyUnit> other) {
        return value == null ? null : value(value, other);
    }

    private static TypedValue value(TypedValue value, UnaryOperator<CurrencyUnit> other) {
        if (value instanceof TypedValue.Amount amount) {
            BigMoney sum = amount.value();
            return new TypedValue.Amount(BigMoney.of(other.apply(sum.getCurrencyUnit()), sum.getAmount()));
        }
        if (value instanceof TypedValue.Quantity quantity) {
            return new TypedValue.Quantity(quantity.value(), unit(quantity.unit(), other));
        }
        return value instanceof TypedValue.Tiers tiers
                ? new TypedValue.Tiers(
                        tiers.tiers().stream().map(tier -> tier(tier, other)).toList())
                : value;
    }

    private static Tier tier(Tier tier, UnaryOperator<CurrencyUnit> other) {
        return new Tier(
                tier.from(),
                tier.fromIncluded(),
                tier.to(),
                tier.toIncluded(),
                unit(tier.unit(), other),
                value(tier.value(), other));
    }

    /** A unit that is a currency, as that of purchases in bands. */
    private static String unit(String unit, UnaryOperator<CurrencyUnit> other) {
        return unit.matches("[A-Z]{3}")
                        && CurrencyUnit.registeredCurrencies().stream()
                                .anyMatch(each -> each.getCode().equals(unit))
                ? other.apply(CurrencyUnit.of(unit)).getCode()
                : unit;
    }
}
