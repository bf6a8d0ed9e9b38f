package io.recital.models.ledger.invoice;

import io.recital.models.ledger.invoice.AllowedPrice.Step;
import io.recital.models.ledger.invoice.ItemJoin.Joined;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** A price as it is adjusted step by step, and beside it the most that it may be where a step is not certain. */
final class RunningPrice {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final BigMoney base;
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> stepsToMost = new ArrayList<>();
    private BigMoney price;
    private @Nullable BigMoney most;
    private @Nullable String missing;

    RunningPrice(BigMoney base) {
        this.base = base;
        this.price = base;
        this.most = base;
    }

    /** Takes a change that is certain. */
    void raise(Adjustment adjustment, LocalDate effective, Change change) {
        price = raised(price, change.percent(), RoundingMode.HALF_UP);
        steps.add(step(adjustment, effective, change, price));
        if (most != null) {
            most = raised(most, change.percent(), RoundingMode.CEILING);
            stepsToMost.add(step(adjustment, effective, change, most));
        }
    }

    /** Sets the base price anew by a formula, whatever it was before. */
    void set(Adjustment adjustment, LocalDate effective, PriceFormula.Factor factor) {
        price = rounded(base, base.getAmount().multiply(factor.value()), RoundingMode.HALF_UP);
        most = price;
        missing = null;
        BigDecimal percent =
                factor.value().subtract(BigDecimal.ONE).multiply(HUNDRED).round(MathContext.DECIMAL64);
        Step step = new Step(adjustment, effective, percent, price, null, null, factor);
        steps.clear();
        steps.add(step);
        stepsToMost.clear();
        stepsToMost.add(step);
    }

    /** The price as it stands. */
    BigMoney now() {
        return price;
    }

    /** Takes a new price. */
    void replace(Adjustment adjustment, LocalDate effective, BigMoney next) {
        BigDecimal percent = next.getAmount()
                .multiply(HUNDRED)
                .divide(price.getAmount(), MathContext.DECIMAL64)
                .subtract(HUNDRED);
        price = next;
        most = next;
        steps.add(step(adjustment, effective, new Change(percent, null, null), price));
        stepsToMost.add(step(adjustment, effective, new Change(percent, null, null), price));
    }

    /** Takes note that a change may have been made, by so many percent at most; null where nothing says. */
    void leaveOpen(Adjustment adjustment, LocalDate effective, String input, @Nullable BigDecimal atMost) {
        missing = missing == null ? input : missing;
        most = most == null || atMost == null ? null : raised(most, atMost, RoundingMode.CEILING);
        if (most != null && atMost != null) {
            stepsToMost.add(step(adjustment, effective, new Change(atMost, null, null), most));
        }
    }

    private static Step step(Adjustment adjustment, LocalDate effective, Change change, BigMoney to) {
        return new Step(adjustment, effective, change.percent(), to, change.before(), change.after(), null);
    }

    private static BigMoney raised(BigMoney price, BigDecimal percent, RoundingMode rounding) {
        BigDecimal factor = BigDecimal.ONE.add(percent.divide(HUNDRED));
        return rounded(price, price.getAmount().multiply(factor), rounding);
    }

    private static BigMoney rounded(BigMoney price, BigDecimal amount, RoundingMode rounding) {
        int scale = Math.max(price.getCurrencyUnit().getDecimalPlaces(), price.getScale());
        return BigMoney.of(price.getCurrencyUnit(), amount.setScale(scale, rounding));
    }

    AllowedPrice result(Joined joined) {
        return new AllowedPrice(joined.price(), base, price, most, steps, stepsToMost, missing, joined.confidence());
    }
}
