package io.recital.eval.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.eval.bench.scale.JdbcComparedSearch.Found;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecallTest {
    private static List<Found> ranking(Object... idsAndScores) {
        Found[] found = new Found[idsAndScores.length / 2];
        for (int i = 0; i < found.length; i++) {
            found[i] =
                    new Found(new UUID(0, ((String) idsAndScores[2 * i]).charAt(0)), (Double) idsAndScores[2 * i + 1]);
        }
        return Arrays.asList(found);
    }

    @Test
    void isTheShareOfTheBestThatWereFoundInAnyOrder() {
        List<Found> exact = ranking("a", .9, "b", .8, "c", .7, "d", .6);

        assertThat(Recall.ofBest(3, ranking("c", .7, "a", .9, "b", .8), exact)).isEqualTo(1);
        assertThat(Recall.ofBest(3, ranking("a", .9, "d", .6, "b", .8), exact)).isEqualTo(2 / 3.0);
        assertThat(Recall.ofBest(3, List.of(), exact)).isZero();
    }

    @Test
    void whatWasFoundBelowThePlacesDoesNotCount() {
        assertThat(Recall.ofBest(1, ranking("b", .8, "a", .9), ranking("a", .9, "b", .8)))
                .isZero();
    }

    @Test
    void whoSharesTheLastPlaceIsRightForIt() {
        List<Found> exact = ranking("a", .9, "b", .8, "c", .8, "d", .8);

        assertThat(Recall.ofBest(2, ranking("a", .9, "d", .8), exact)).isEqualTo(1);
        assertThat(Recall.ofBest(2, ranking("d", .8, "c", .8), exact)).isEqualTo(1);
    }

    @Test
    void fewerThanAskedForAreFewerPlaces() {
        assertThat(Recall.ofBest(10, ranking("a", .9), ranking("a", .9, "b", .8)))
                .isEqualTo(0.5);
        assertThat(Recall.ofBest(10, List.of(), List.of())).isEqualTo(1);
    }
}
