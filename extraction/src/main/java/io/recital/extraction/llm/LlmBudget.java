package io.recital.extraction.llm;

import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * Most that the answers about one contract may cost, whenever they were paid for.
 *
 * @param tokens sent and answered together
 * @param money null for no limit; needs a price
 * @param price null where none is configured: then only tokens are counted
 */
public record LlmBudget(
        long tokens, @Nullable BigMoney money, @Nullable LlmPrice price) {
    public LlmBudget {
        if (tokens < 0) {
            throw new IllegalArgumentException(
                    "recital.llm.budget.tokens is the most tokens for a contract, 0 or more");
        }
        if (money != null && (price == null || !money.isSameCurrency(price.input()))) {
            throw new IllegalArgumentException("A budget of money needs the model's prices in the same currency");
        }
        if (money != null && money.isNegative()) {
            throw new IllegalArgumentException("recital.llm.budget.money is the most money for a contract, 0 or more");
        }
    }

    /** The budget as it is configured: an amount of money is in the currency of the price. */
    public static LlmBudget of(long tokens, @Nullable BigDecimal money, @Nullable LlmPrice price) {
        if (money != null && price == null) {
            throw new IllegalArgumentException(
                    "recital.llm.budget.money needs the model's prices: set recital.llm.price.input,"
                            + " recital.llm.price.output (per million tokens) and recital.llm.price.currency");
        }
        return new LlmBudget(
                tokens,
                money == null || price == null
                        ? null
                        : BigMoney.of(price.input().getCurrencyUnit(), money),
                price);
    }

    /** What so many tokens cost; null where no price is configured. */
    public @Nullable BigMoney cost(long tokensIn, long tokensOut) {
        return price == null ? null : price.of(tokensIn, tokensOut);
    }

    /** Whether it suffices for so many tokens. */
    public boolean covers(long tokensIn, long tokensOut) {
        BigMoney cost = cost(tokensIn, tokensOut);
        return tokensIn + tokensOut <= tokens && (money == null || cost == null || !cost.isGreaterThan(money));
    }

    /** Its size in words. */
    public String words() {
        return tokens + " tokens" + (money == null ? "" : " or " + money);
    }
}
