package io.recital.eval.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingMetricsTest {
    // 1/log2(2..7): 1, 0.63093, 0.5, 0.43068, 0.38685, 0.35621
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # case                                              | ratings by rank | NDCG@5  | NDCG@10 | 4 stars | 5 stars
        the best order                                      | 4 3 2 1 0       | 1.0     | 1.0     | 0.4     | 0.2
        the only good clause second                         | 0 4 0 0 0       | 0.63093 | 0.63093 | 0.2     | 0.2
        the only good clause sixth                          | 0 0 0 0 0 3     | 0.0     | 0.35621 | 0.0     | 0.0
        two swapped: (3 + 4 * 0.63093) / (4 + 3 * 0.63093)  | 3 4             | 0.93737 | 0.93737 | 0.4     | 0.2
        gains are linear: (1 + 2 * 0.63093) / (2 + 0.63093) | 1 2             | 0.85972 | 0.85972 | 0.0     | 0.0
        none above one star                                 | 0 0 0 0 0 0     | 0.0     | 0.0     | 0.0     | 0.0
        the ideal is of all clauses: 2.94846 / 5.94846      | 1 1 1 1 1 4     | 0.49567 | 0.69366 | 0.0     | 0.0
        fewer than five clauses                             | 3 3             | 1.0     | 1.0     | 0.4     | 0.0
        three stars are not four: 7.10130 / 8.52785         | 2 2 2 3 4       | 0.83272 | 0.83272 | 0.4     | 0.2
        """)
    void judgesARankingFromTheTop(
            String name, String ratings, double ndcg5, double ndcg10, double fourStars, double fiveStars) {
        List<Integer> ranked =
                Arrays.stream(ratings.split(" ")).map(Integer::valueOf).toList();

        RankingMetrics metrics = new RankingMetrics(ranked);

        assertThat(metrics.ndcg(5)).isCloseTo(ndcg5, within(1e-4));
        assertThat(metrics.ndcg(10)).isCloseTo(ndcg10, within(1e-4));
        assertThat(metrics.precision(5, 3)).isEqualTo(fourStars);
        assertThat(metrics.precision(5, 4)).isEqualTo(fiveStars);
    }
}
