package io.recital.eval.bench.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimesTest {
    @Test
    void percentilesAreValuesThatWereTimed() {
        List<Double> oneToHundred = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            oneToHundred.add((double) i);
        }
        Collections.shuffle(oneToHundred, new Random(1));

        assertThat(Times.of(oneToHundred)).isEqualTo(new Times(100, 50, 95));
        assertThat(Times.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Times(3, 2, 3));
        assertThat(Times.of(List.of(7.0))).isEqualTo(new Times(1, 7, 7));
    }

    @Test
    void nothingTimedHasNoPercentiles() {
        assertThatThrownBy(() -> Times.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
