package io.recital.models.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenBatchesTest {
    @Test
    void groupsInputsOfLikeLengthWithinTheBudget() {
        assertThat(TokenBatches.of(new int[] {3, 10, 4, 9, 2}, 20)).containsExactly(List.of(1, 3), List.of(2, 0, 4));
    }

    @Test
    void aBudgetOfNothingTakesOneAtATime() {
        assertThat(TokenBatches.of(new int[] {3, 10, 4}, 0)).containsExactly(List.of(1), List.of(2), List.of(0));
    }

    @Test
    void anInputLongerThanTheBudgetIsABatchOfItsOwn() {
        assertThat(TokenBatches.of(new int[] {5, 50}, 20)).containsExactly(List.of(1), List.of(0));
    }

    @Test
    void noInputsMakeNoBatches() {
        assertThat(TokenBatches.of(new int[0], 20)).isEmpty();
    }
}
