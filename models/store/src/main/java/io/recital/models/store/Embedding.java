package io.recital.models.store;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Sha256;
import java.util.Arrays;

/** A vector, the model that made it, and the hash of what was embedded, so that the same text need not be embedded again. */
public final class Embedding {
    private final String model;
    private final Sha256 embedded;
    private final float[] vector;

    /**
     * @param model id of the model
     * @param embedded hash of the text that was embedded (headings and passage)
     * @param vector 384 components
     */
    public Embedding(String model, Sha256 embedded, float[] vector) {
        this.model = requireNonNull(model, "model");
        this.embedded = requireNonNull(embedded, "embedded");
        this.vector = vector.clone();
    }

    public String model() {
        return model;
    }

    public Sha256 embedded() {
        return embedded;
    }

    public float[] vector() {
        return vector.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding that
                && model.equals(that.model)
                && embedded.equals(that.embedded)
                && Arrays.equals(vector, that.vector);
    }

    @Override
    public int hashCode() {
        return embedded.hashCode();
    }

    @Override
    public String toString() {
        return "Embedding[" + model + ", " + vector.length + "]";
    }
}
