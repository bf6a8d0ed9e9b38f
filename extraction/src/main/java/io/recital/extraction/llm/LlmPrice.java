package io.recital.extraction.llm;

import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/**
 * What the model costs.
 *
 * @param input for a million tokens that are sent
 * @param output for a million tokens that are answered
 */
public record LlmPrice(BigMoney input, BigMoney output) {
    private static final int MILLION_DIGITS = 6;

    public LlmPrice {
        if (!input.isSameCurrency(output)) {
            throw new IllegalArgumentException("Both prices of a language model are in one currency");
        }
        if (input.isNegative() || output.isNegative()) {
            throw new IllegalArgumentException(
                    "recital.llm.price.input and recital.llm.price.output are prices of a million tokens, 0 or more");
        }
    }

    /**
     * Prices as they are configured.
     *
     * @param currency ISO 4217 code
     */
    public static LlmPrice of(BigDecimal input, BigDecimal output, String currency) {
        try {
            CurrencyUnit unit = CurrencyUnit.of(currency);
            return new LlmPrice(BigMoney.of(unit, input), BigMoney.of(unit, output));
        } catch (IllegalCurrencyException e) {
            throw new IllegalArgumentException(
                    "recital.llm.price.currency must be an ISO 4217 code such as EUR, not " + currency, e);
        }
    }

    /** Exact: nothing is rounded. */
    public BigMoney of(long tokensIn, long tokensOut) {
        return perMillion(input, tokensIn).plus(perMillion(output, tokensOut));
    }

    private static BigMoney perMillion(BigMoney price, long tokens) {
        BigDecimal amount = price.getAmount()
                .multiply(BigDecimal.valueOf(tokens))
                .movePointLeft(MILLION_DIGITS)
                .stripTrailingZeros();
        return BigMoney.of(price.getCurrencyUnit(), amount.scale() < 0 ? amount.setScale(0) : amount);
    }
}
