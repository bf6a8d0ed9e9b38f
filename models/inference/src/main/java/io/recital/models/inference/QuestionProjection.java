package io.recital.models.inference;

import java.util.Map;

/**
 * Moves a question's vector towards the clauses that it asks for: a matrix that was learned from the headings of
 * contracts and what stands below them. Passages and the indexes over them keep their vectors. Safe for use by several
 * threads.
 */
public final class QuestionProjection implements AutoCloseable {
    private static final String WEIGHTS = "io/recital/models/inference/question-projection.onnx";

    private final OnnxModel onnx;

    private QuestionProjection(OnnxModel onnx) {
        this.onnx = onnx;
    }

    /** A projection from its graph. */
    public static QuestionProjection of(byte[] graph) {
        return new QuestionProjection(OnnxModel.of("question projection", graph, OnnxSettings.FRUGAL));
    }

    /** The projection that ships; it belongs to {@link EncoderModel#DEFAULT}. */
    public static QuestionProjection shipped() {
        return new QuestionProjection(OnnxModel.ofResource(WEIGHTS, OnnxSettings.FRUGAL));
    }

    /**
     * A vector of length 1 to compare with those of passages.
     *
     * @param question the question's vector, encoded as a passage is, without {@link Encoder#QUERY_PREFIX}
     */
    public float[] project(float[] question) {
        if (question.length != Encoder.DIMENSION) {
            throw new IllegalArgumentException(
                    "A vector has " + Encoder.DIMENSION + " components, not " + question.length);
        }
        return onnx.run(1, Map.of(), Map.of("question", question));
    }

    @Override
    public void close() {
        onnx.close();
    }
}
