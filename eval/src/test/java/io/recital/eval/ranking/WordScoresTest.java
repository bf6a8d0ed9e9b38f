package io.recital.eval.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordScoresTest {
    private static final Map<String, String> CLAUSES = Map.of(
            "cap", "Liability is capped at the fees paid.",
            "indemnity", "The Supplier indemnifies the Customer.",
            "insurance", "The Supplier keeps insurance for liability.");

    private final WordScores scores = new WordScores(CLAUSES);

    @Test
    void scoresAsBm25Does() {
        // "indemnifies": 1 of 3 clauses, rarity ln(1 + 2.5 / 1.5); 5 words where the mean is 6; saturation 1.2.
        double rarity = Math.log(1 + 2.5 / 1.5);
        double expected = rarity * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 5 / 6));

        assertThat(scores.of("indemnifies", CLAUSES.keySet())).containsOnlyKeys("indemnity");
        assertThat(scores.of("indemnifies", CLAUSES.keySet()).get("indemnity")).isCloseTo(expected, within(1e-12));
    }

    @Test
    void rareWordsWeighMore() {
        Map<String, Double> found = scores.of("liability insurance", CLAUSES.keySet());

        assertThat(found).containsOnlyKeys("cap", "insurance");
        assertThat(found.get("insurance")).isGreaterThan(2 * found.get("cap"));
    }

    @Test
    void looksAtCandidatesOnly() {
        assertThat(scores.of("supplier", Set.of("insurance", "cap"))).containsOnlyKeys("insurance");
    }

    @Test
    void sharesArePartsOfTheMostThatAQueryCanScore() {
        WordScores repeated =
                new WordScores(Map.of("often", "cap ".repeat(500), "once", "cap and more", "never", "fees"));
        Map<String, Double> shares = repeated.shares("cap", Set.of("often", "once", "never"));

        assertThat(shares).containsOnlyKeys("often", "once");
        assertThat(shares.get("often")).isBetween(0.97, 1.0);
        assertThat(shares.get("once")).isBetween(0.5, shares.get("often"));
        assertThat(repeated.shares("cap refund", Set.of("often")).get("often")).isLessThan(0.5);
    }

    @Test
    void readsPluralsAsSingulars() {
        assertThat(WordScores.words("Warranties, losses & Carve-outs; gross"))
                .isEqualTo(List.of("warranty", "loss", "carve", "out", "gross"));
    }
}
