package io.recital.models.inference;

/** The encoders that can be chosen, with where their weights stand and in what batches they keep their accuracy. */
public enum EncoderModel {
    /** Full precision; a text's vector does not depend on its batch. */
    BGE_SMALL_EN_V15("bge-small-en-v1.5", "bge-small-en-v1.5.onnx", "bge-small-en-v1.5-tokenizer.json", 2048),

    /**
     * Eight-bit weights and dynamically quantised activations. The activations' scale is taken over the whole input, so
     * a text's vector depends on its batch; only batches of one text are exact.
     */
    BGE_SMALL_EN_V15_INT8(
            "bge-small-en-v1.5-int8", "bge-small-en-v1.5-q.onnx", "bge-small-en-v1.5-q-tokenizer.json", 0);

    /** What the service uses; see {@code docs/decisions/0006-encoder.md}. */
    public static final EncoderModel DEFAULT = BGE_SMALL_EN_V15_INT8;

    private final String id;
    private final String weights;
    private final String tokenizer;
    private final int batchTokens;

    EncoderModel(String id, String weights, String tokenizer, int batchTokens) {
        this.id = id;
        this.weights = weights;
        this.tokenizer = tokenizer;
        this.batchTokens = batchTokens;
    }

    /** The id stamped on every vector. */
    public String id() {
        return id;
    }

    /** Class path of the ONNX graph. */
    public String weights() {
        return weights;
    }

    /** Class path of the tokenizer. */
    public String tokenizer() {
        return tokenizer;
    }

    /** Most tokens of a batch, padding included; 0 for one text at a time. */
    public int batchTokens() {
        return batchTokens;
    }
}
