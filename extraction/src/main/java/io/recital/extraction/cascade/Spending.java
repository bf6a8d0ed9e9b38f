package io.recital.extraction.cascade;

import io.recital.extraction.llm.LlmBudget;

/** How much of one contract's budget is used: what answers cost, and what those on their way may cost at most. */
final class Spending {
    private final LlmBudget budget;
    private long tokensIn;
    private long tokensOut;

    Spending(LlmBudget budget) {
        this.budget = budget;
    }

    /** Whether so much more is within the budget. */
    boolean covers(long moreIn, long moreOut) {
        return budget.covers(tokensIn + moreIn, tokensOut + moreOut);
    }

    void add(long in, long out) {
        tokensIn += in;
        tokensOut += out;
    }

    /** Gives back what was set aside. */
    void release(long in, long out) {
        add(-in, -out);
    }
}
