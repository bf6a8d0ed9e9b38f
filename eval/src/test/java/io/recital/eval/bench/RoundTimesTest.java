package io.recital.eval.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.eval.bench.RoundTimes.Share;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTimesTest {
    private final RoundTimes small = new RoundTimes(100, 50, 200, 60, List.of(new Share("a", 30), new Share("b", 15)));
    private final RoundTimes large = new RoundTimes(300, 70, 400, 90, List.of(new Share("a", 40), new Share("b", 20)));

    @Test
    void theRatioIsOfTheSameContractsEmbedding() {
        assertThat(small.percent()).isEqualTo(50);
        assertThat(small.percentCpu()).isEqualTo(30);
    }

    @Test
    void contractsOfARoundAreAddedExtractorByExtractor() {
        RoundTimes sum = RoundTimes.sum(List.of(small, large));

        assertThat(sum).isEqualTo(new RoundTimes(400, 120, 600, 150, List.of(new Share("a", 70), new Share("b", 35))));
        assertThat(sum.percent()).isEqualTo(30);
    }
}
