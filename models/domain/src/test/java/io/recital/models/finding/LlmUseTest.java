package io.recital.models.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.recital.models.evidence.Sha256;
import io.recital.models.finding.Extraction.FailureCategory;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;

class LlmUseTest {
    private static final Sha256 HASH = Sha256.of("words");

    private static LlmUse calls(int calls, String cost) {
        return new LlmUse(calls, 0, 0, 0, 10, 1, BigMoney.parse(cost));
    }

    @Test
    void addsUpWhatWasAskedAndPaid() {
        LlmUse sum = calls(1, "EUR 0.0012").plus(calls(2, "EUR 0.003")).plus(LlmUse.ofQuestions(4, 3, 2));

        assertThat(sum).isEqualTo(new LlmUse(3, 4, 3, 2, 20, 2, BigMoney.parse("EUR 0.0042")));
        assertThat(sum.open()).isEqualTo(5);
        assertThat(LlmUse.NONE.plus(sum)).isEqualTo(sum);
    }

    @Test
    void statesNoCostWhereItKnowsOnlyAPartOrWouldMixCurrencies() {
        LlmUse unpriced = new LlmUse(1, 0, 0, 0, 10, 1, null);

        assertThat(calls(1, "EUR 1").plus(unpriced).cost()).isNull();
        assertThat(calls(1, "EUR 1").plus(calls(1, "USD 1")).cost()).isNull();
    }

    @Test
    void aCallEndsWithAnAnswerOrAFailureAndNeverShowsTheAnswer() {
        LlmCall call = new LlmCall(HASH, HASH, FindingKind.LEVER, "small", "lever/1.1", "a secret", null, 1, 1, null);

        assertThat(call.toString()).doesNotContain("secret").contains("answered");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new LlmCall(HASH, HASH, FindingKind.LEVER, "small", "lever/1.1", null, null, 1, 1, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LlmCall(
                        HASH, HASH, FindingKind.LEVER, "small", "lever/1.1", "x", FailureCategory.TIMEOUT, 1, 1, null));
    }
}
