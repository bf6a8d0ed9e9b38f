package io.recital.models.finding;

import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * What a language model was asked and what it cost. Questions are counted: one is about one clause and one kind of
 * finding.
 *
 * @param calls requests that were made and are paid, whatever came of them
 * @param cached questions answered from what the tenant had paid for before
 * @param notAsked questions left out because the contract's budget was spent
 * @param unanswered questions to which there is no usable answer, because calls failed or were given up
 * @param cost of the calls; null where no price is configured, or where prices in more than one currency were
 */
public record LlmUse(
        int calls,
        int cached,
        int notAsked,
        int unanswered,
        long tokensIn,
        long tokensOut,
        @Nullable BigMoney cost) {
    /** It was not needed, or there is none. */
    public static final LlmUse NONE = new LlmUse(0, 0, 0, 0, 0, 0, null);

    /** One call that was made; what became of its question is counted apart. */
    public static LlmUse of(LlmCall call) {
        return new LlmUse(1, 0, 0, 0, call.tokensIn(), call.tokensOut(), call.cost());
    }

    /** What became of questions beside the calls. */
    public static LlmUse ofQuestions(int cached, int notAsked, int unanswered) {
        return new LlmUse(0, cached, notAsked, unanswered, 0, 0, null);
    }

    public LlmUse plus(LlmUse other) {
        return new LlmUse(
                calls + other.calls,
                cached + other.cached,
                notAsked + other.notAsked,
                unanswered + other.unanswered,
                tokensIn + other.tokensIn,
                tokensOut + other.tokensOut,
                costWith(other));
    }

    private @Nullable BigMoney costWith(LlmUse other) {
        if (calls == 0 || other.calls == 0) {
            return calls == 0 ? other.cost : cost;
        }
        return cost != null && other.cost != null && cost.isSameCurrency(other.cost) ? cost.plus(other.cost) : null;
    }

    /** Questions that a later reading may find an answer to. */
    public int open() {
        return notAsked + unanswered;
    }
}
