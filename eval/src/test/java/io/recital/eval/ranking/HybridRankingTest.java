package io.recital.eval.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.recital.models.inference.Encoder;
import io.recital.models.inference.TextEncoder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class HybridRankingTest {
    private static final Map<String, String> CLAUSES = Map.of(
            "near", "compensation for harm",
            "both", "the liability cap",
            "words", "a cap, a liability",
            "neither", "notices in writing");

    /** Directions by fiat, in degrees; the question as it is points elsewhere than where it is moved to. */
    private static final class FixedEncoder implements TextEncoder {
        private static final Map<String, Integer> DIRECTIONS = Map.of(
                "compensation for harm",
                20,
                "the liability cap",
                30,
                "a cap, a liability",
                80,
                "notices in writing",
                75,
                "liability cap",
                0,
                Encoder.QUERY_PREFIX + "liability cap",
                75);

        @Override
        public String modelId() {
            return "fixed";
        }

        @Override
        public List<float[]> encode(List<String> texts) {
            return texts.stream().map(text -> at(DIRECTIONS.get(text))).toList();
        }
    }

    private static float[] at(double degrees) {
        float[] vector = new float[Encoder.DIMENSION];
        vector[0] = (float) Math.cos(Math.toRadians(degrees));
        vector[1] = (float) Math.sin(Math.toRadians(degrees));
        return vector;
    }

    /** Moves the question to the clauses that mean it, except for one clause, which is seen from the other side. */
    private static UnaryOperator<float[]> projection(String clause) {
        return clause.equals("neither") ? question -> at(-90) : question -> at(20);
    }

    private final HybridRanking ranking =
            new HybridRanking(CLAUSES, CLAUSES.keySet(), new FixedEncoder(), HybridRankingTest::projection);

    @Test
    void whatIsBothNearAndWordedAlikeComesFirst() {
        List<RankedClause> ranked = ranking.rank("liability cap", CLAUSES.keySet());

        assertThat(ranked).extracting(RankedClause::id).containsExactly("both", "near", "words", "neither");
    }

    @Test
    void eachClauseIsSeenThroughItsOwnProjection() {
        List<RankedClause> ranked = ranking.rankByProjection("liability cap", CLAUSES.keySet());

        assertThat(ranked).extracting(RankedClause::id).containsExactly("near", "both", "words", "neither");
        assertThat(ranked.get(0).score()).isCloseTo(1, within(1e-6));
        assertThat(ranked.get(3).score()).isCloseTo(Math.cos(Math.toRadians(165)), within(1e-6));
    }

    @Test
    void ranksEveryCandidateAndNothingElse() {
        assertThat(ranking.rank("liability cap", Set.of("neither", "words")))
                .extracting(RankedClause::id)
                .containsExactly("words", "neither");
        assertThat(ranking.rankByMeaning("liability cap", Set.of("near", "both", "neither")))
                .extracting(RankedClause::id)
                .containsExactly("neither", "both", "near");
        assertThat(ranking.rankByWords("liability cap", Set.of("near", "neither", "both")))
                .extracting(RankedClause::id)
                .containsExactly("both", "neither", "near");
    }
}
