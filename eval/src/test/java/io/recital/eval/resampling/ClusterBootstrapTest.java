package io.recital.eval.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterBootstrapTest {
    @Test
    void theMeanIsThatOfTheObservationsWhateverTheirClusters() {
        MeanInterval mean = new ClusterBootstrap(List.of("a", "a", "a", "b"), 1).mean(new double[] {1, 1, 1, 0});

        assertThat(mean.mean()).isEqualTo(0.75);
    }

    @Test
    void equalObservationsLeaveNoDoubt() {
        MeanInterval mean = new ClusterBootstrap(List.of("a", "b", "c"), 1).mean(new double[] {0.4, 0.4, 0.4});

        assertThat(mean.low()).isCloseTo(0.4, within(1e-12));
        assertThat(mean.high()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void twoClustersGiveTheirOwnMeansAsTheEnds() {
        // Either cluster is drawn twice in a quarter of the resamples each.
        MeanInterval mean = new ClusterBootstrap(List.of("a", "a", "b"), 1).mean(new double[] {0.2, 0.4, 0.9});

        assertThat(mean.low()).isCloseTo(0.3, within(1e-12));
        assertThat(mean.high()).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        double[] values = new Random(3).doubles(50).toArray();
        List<String> clusters =
                IntStream.range(0, 50).mapToObj(i -> "d" + i % 7).toList();

        assertThat(new ClusterBootstrap(clusters, 5).mean(values))
                .isEqualTo(new ClusterBootstrap(clusters, 5).mean(values));
    }

    @Test
    void independentObservationsGiveTheNormalInterval() {
        // 400 coin tosses: standard error 0.025, so about 0.5 - 0.049 to 0.5 + 0.049.
        double[] values = IntStream.range(0, 400).mapToDouble(i -> i % 2).toArray();
        List<String> clusters =
                IntStream.range(0, 400).mapToObj(String::valueOf).toList();

        MeanInterval mean = new ClusterBootstrap(clusters, 1).mean(values);

        assertThat(mean.low()).isCloseTo(0.451, within(0.01));
        assertThat(mean.high()).isCloseTo(0.549, within(0.01));
    }

    @Test
    void observationsThatStandAndFallTogetherAreTrustedLess() {
        double[] values = IntStream.range(0, 400).mapToDouble(i -> i / 100 % 2).toArray();
        MeanInterval apart = new ClusterBootstrap(
                        IntStream.range(0, 400).mapToObj(String::valueOf).toList(), 1)
                .mean(values);
        MeanInterval together = new ClusterBootstrap(
                        IntStream.range(0, 400)
                                .mapToObj(i -> "document " + i / 100)
                                .toList(),
                        1)
                .mean(values);

        assertThat(together.high() - together.low()).isGreaterThan(5 * (apart.high() - apart.low()));
    }

    @Test
    void refusesToResampleNothing() {
        assertThatThrownBy(() -> new ClusterBootstrap(Collections.emptyList(), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
