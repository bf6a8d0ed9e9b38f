package io.recital.retrieval.search;

import static java.util.Objects.requireNonNull;

/** A question as a vector, and the model that made it: only passages of the same model are comparable. */
public final class QuestionEmbedding {
    private final String model;
    private final float[] vector;

    /** @param vector 384 components */
    public QuestionEmbedding(String model, float[] vector) {
        this.model = requireNonNull(model, "model");
        this.vector = vector.clone();
    }

    public String model() {
        return model;
    }

    public float[] vector() {
        return vector.clone();
    }
}
