package io.recital.retrieval.search;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** Tells by a question's vector which type of clause it asks for, or that it asks for something else. */
public final class QuestionTypes {
    /** The name of the type of questions about anything else. */
    public static final String NONE = "none";

    private static final String WEIGHTS = "question-types.json";
    private static final double LEAST = 0.02;

    private final Weights weights;

    /**
     * A softmax regression.
     *
     * @param encoder id of the model whose vectors it reads
     * @param scale by which a vector's components are multiplied first
     * @param types clause labels and {@link #NONE}
     * @param rows for each type the components' weights, then the constant
     */
    public record Weights(String encoder, double scale, List<String> types, List<List<Double>> rows) {
        public Weights {
            requireNonNull(encoder, "encoder");
            types = List.copyOf(types);
            rows = rows.stream().map(List::copyOf).toList();
            if (rows.size() != types.size()) {
                throw new IllegalArgumentException("Each type has its weights");
            }
        }
    }

    public QuestionTypes(Weights weights) {
        this.weights = requireNonNull(weights, "weights");
    }

    /** The weights that ship. */
    public static QuestionTypes shipped() {
        try (InputStream in = requireNonNull(QuestionTypes.class.getResourceAsStream(WEIGHTS), WEIGHTS)) {
            return new QuestionTypes(new ObjectMapper().readValue(in, Weights.class));
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException("Cannot read " + WEIGHTS, e);
        }
    }

    /** How probable each clause label is; those that hardly are, and the share of anything else, are left out. */
    public Map<String, Double> of(QuestionEmbedding question) {
        Map<String, Double> labels = new LinkedHashMap<>();
        if (question.model().equals(weights.encoder())) {
            probabilities(question.vector()).forEach((type, probability) -> {
                if (probability >= LEAST && !type.equals(NONE)) {
                    labels.put(type, probability);
                }
            });
        }
        return labels;
    }

    /** How probable each type is; they add up to 1. */
    public Map<String, Double> probabilities(float[] vector) {
        double[] logits = new double[weights.types().size()];
        double highest = Double.NEGATIVE_INFINITY;
        for (int type = 0; type < logits.length; type++) {
            logits[type] = logit(weights.rows().get(type), vector);
            highest = Math.max(highest, logits[type]);
        }
        double sum = 0;
        for (int type = 0; type < logits.length; type++) {
            logits[type] = Math.exp(logits[type] - highest);
            sum += logits[type];
        }
        Map<String, Double> probabilities = new LinkedHashMap<>();
        for (int type = 0; type < logits.length; type++) {
            probabilities.put(weights.types().get(type), logits[type] / sum);
        }
        return probabilities;
    }

    private double logit(List<Double> row, float[] vector) {
        double logit = row.get(vector.length);
        for (int i = 0; i < vector.length; i++) {
            logit += row.get(i) * weights.scale() * vector[i];
        }
        return logit;
    }
}
