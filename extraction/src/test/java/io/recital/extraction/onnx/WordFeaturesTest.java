package io.recital.extraction.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WordFeaturesTest {
    @Test
    void aSentenceHasItsWordsAndItsPairs() {
        // the, fee, is, fixed and ^ the, the fee, fee is, is fixed
        assertThat(WordFeatures.of("The fee is fixed.").size()).isEqualTo(8);
    }

    @Test
    void numbersAreAllAlike() {
        WordFeatures one = WordFeatures.of("within 30 days");
        WordFeatures other = WordFeatures.of("within 1,045 days");
        assertThat(buckets(one)).isEqualTo(buckets(other));
    }

    @Test
    void theVectorHasLengthOne() {
        WordFeatures features = WordFeatures.of("the fee, the whole fee and nothing but the fee");
        double squares = 0;
        for (int i = 0; i < features.size(); i++) {
            squares += features.weight(i) * features.weight(i);
        }
        assertThat(squares).isCloseTo(1, within(1e-5));
    }

    @Test
    void textWithoutWordsHasNoFeatures() {
        assertThat(WordFeatures.of("— ( ) ;").size()).isZero();
    }

    private static java.util.List<Integer> buckets(WordFeatures features) {
        return java.util.stream.IntStream.range(0, features.size())
                .mapToObj(features::bucket)
                .toList();
    }
}
