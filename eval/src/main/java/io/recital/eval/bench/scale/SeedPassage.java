package io.recital.eval.bench.scale;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A real passage with its vector, which others are generated around. */
public final class SeedPassage {
    private final List<String> headingPath;
    private final List<String> words;
    private final float[] vector;

    /** @param vector of length 1 */
    public SeedPassage(List<String> headingPath, String text, float[] vector) {
        this.headingPath = List.copyOf(headingPath);
        this.words = List.of(requireNonNull(text, "text").strip().split("\\s+"));
        this.vector = vector.clone();
    }

    List<String> headingPath() {
        return headingPath;
    }

    List<String> words() {
        return words;
    }

    int dimension() {
        return vector.length;
    }

    float component(int index) {
        return vector[index];
    }
}
