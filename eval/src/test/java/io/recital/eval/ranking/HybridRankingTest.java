package io.recital.eval.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.recital.models.inference.Encoder;
import io.recital.models.inference.TextEncoder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HybridRankingTest {
    private static final Map<String, String> CLAUSES = Map.of(
            "near", "compensation for harm",
            "both", "the liability cap",
            "words", "a cap, a liability",
            "neither", "notices in writing");

    /** Nearness to the question by fiat; the question is known by bge's prefix. */
    private static final class FixedEncoder implements TextEncoder {
        private static final Map<String, Float> NEARNESS = Map.of(
                "compensation for harm",
                0.9f,
                "the liability cap",
                0.8f,
                "a cap, a liability",
                0.1f,
                "notices in writing",
                0.2f,
                Encoder.QUERY_PREFIX + "liability cap",
                1f);

        @Override
        public String modelId() {
            return "fixed";
        }

        @Override
        public List<float[]> encode(List<String> texts) {
            return texts.stream().map(text -> new float[] {NEARNESS.get(text)}).toList();
        }
    }

    private final HybridRanking ranking = new HybridRanking(CLAUSES, new FixedEncoder());

    @Test
    void whatIsBothNearAndWordedAlikeComesFirst() {
        List<RankedClause> ranked = ranking.rank("liability cap", CLAUSES.keySet());

        assertThat(ranked).extracting(RankedClause::id).containsExactly("both", "words", "near", "neither");
        // Second by meaning, first by words.
        assertThat(ranked.get(0).score()).isCloseTo(1.0 / 62 + 1.0 / 61, within(1e-5));
        assertThat(ranked.get(2).score()).isCloseTo(1.0 / 61, within(1e-5));
    }

    @Test
    void ranksEveryCandidateAndNothingElse() {
        assertThat(ranking.rank("liability cap", Set.of("neither", "words")))
                .extracting(RankedClause::id)
                .containsExactly("words", "neither");
        assertThat(ranking.rankByMeaning("liability cap", Set.of("near", "both", "neither")))
                .extracting(RankedClause::id)
                .containsExactly("near", "both", "neither");
        assertThat(ranking.rankByWords("liability cap", Set.of("near", "neither", "both")))
                .extracting(RankedClause::id)
                .containsExactly("both", "neither", "near");
    }
}
