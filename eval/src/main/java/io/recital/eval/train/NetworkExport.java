package io.recital.eval.train;

import io.recital.eval.train.OnnxGraph.Attribute;
import io.recital.extraction.onnx.SentenceWindow;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a trained sentence network as the ONNX graph that extraction runs, one window at a time: eight-bit weights with
 * a scale for each column, activations quantised as they come.
 *
 * <p>Inputs: {@code ids}, 1 × tokens; {@code shares}, 1 × (sentences · tokens); {@code buckets} and {@code weights} of
 * words, 1 × (sentences · most words). Output: sentences × outputs.
 */
final class NetworkExport {
    private static final int WIDTH = NetworkWeights.WIDTH;
    private static final int HEAD = WIDTH / NetworkWeights.HEADS;

    /** Part of the words in the log odds; the network has the rest. */
    private static final float WORDS = 0.4f;

    private final NetworkWeights weights;
    private final WordWeights words;
    private final OnnxGraph graph = new OnnxGraph();

    private NetworkExport(NetworkWeights weights, WordWeights words) {
        this.weights = weights;
        this.words = words;
    }

    static byte[] toOnnx(NetworkWeights weights, WordWeights words) {
        NetworkExport export = new NetworkExport(weights, words);
        export.inputs();
        String states = export.embedded();
        for (int layer = 0; layer < weights.layers(); layer++) {
            states = export.layer("layer." + layer + ".", states);
        }
        export.labels(states);
        export.words();
        export.scores();
        return export.graph.toBytes("clause-labels");
    }

    private void inputs() {
        graph.longInput("ids")
                .floatInput("shares")
                .longInput("buckets")
                .floatInput("weights")
                .floatOutput("scores", weights.outputs())
                .longs("flat", -1)
                .longs("any", -1)
                .longs("zero", 0)
                .longs("one", 1)
                .longs("rows", -1, WIDTH)
                .longs("heads", -1, NetworkWeights.HEADS, HEAD)
                .floats("average", average(), WIDTH, 1)
                .floats("epsilon", new float[] {NetworkWeights.EPSILON}, 1)
                .floats("half", new float[] {0.5f}, 1)
                .floats("unit", new float[] {1}, 1)
                .floats("root", new float[] {(float) Math.sqrt(2)}, 1)
                .floats("scale", new float[] {(float) (1 / Math.sqrt(HEAD))}, 1);
    }

    private static float[] average() {
        float[] average = new float[WIDTH];
        Arrays.fill(average, 1f / WIDTH);
        return average;
    }

    private String embedded() {
        rowsOfBytes("words", weights.block("words"));
        graph.floats("places", places(), SentenceWindow.LONGEST, WIDTH)
                .node("Shape", List.of("ids"), "shape")
                .node("Gather", List.of("shape", "one"), "tokens", Attribute.number("axis", 0))
                .node("Reshape", List.of("ids", "flat"), "row")
                .node("Gather", List.of("words", "row"), "word8", Attribute.number("axis", 0))
                .node("Cast", List.of("word8"), "wordWhole", Attribute.number("to", 1))
                .node("Gather", List.of("words.scale", "row"), "wordScale", Attribute.number("axis", 0))
                .node("Mul", List.of("wordWhole", "wordScale"), "word")
                .node("Slice", List.of("places", "zero", "tokens", "zero"), "place")
                .node("Add", List.of("word", "place"), "placed");
        return normalised("placed", "norm");
    }

    /** The vectors of positions, with that of the only kind of text added. */
    private float[] places() {
        float[] places = Arrays.copyOf(weights.block("positions"), SentenceWindow.LONGEST * WIDTH);
        float[] kinds = weights.block("kinds");
        for (int i = 0; i < places.length; i++) {
            places[i] += kinds[i % WIDTH];
        }
        return places;
    }

    /** A table of bytes with a scale for each row. */
    private void rowsOfBytes(String name, float[] values) {
        int rows = values.length / WIDTH;
        byte[] bytes = new byte[values.length];
        float[] scales = new float[rows];
        for (int row = 0; row < rows; row++) {
            float largest = 0;
            for (int i = row * WIDTH; i < (row + 1) * WIDTH; i++) {
                largest = Math.max(largest, Math.abs(values[i]));
            }
            scales[row] = Math.max(largest, 1e-9f) / 127;
            for (int i = row * WIDTH; i < (row + 1) * WIDTH; i++) {
                bytes[i] = (byte) Math.round(values[i] / scales[row]);
            }
        }
        graph.bytes(name, bytes, rows, WIDTH).floats(name + ".scale", scales, rows, 1);
    }

    private String layer(String name, String states) {
        String quantised = quantised(states);
        String query = dense(quantised, name + "query");
        String key = dense(quantised, name + "key");
        String value = dense(quantised, name + "value");
        graph.node("Mul", List.of(query, "scale"), name + "scaled");
        heads(name + "scaled", name + "queries", 1, 0, 2);
        heads(key, name + "keys", 1, 2, 0);
        heads(value, name + "values", 1, 0, 2);
        graph.node("MatMul", List.of(name + "queries", name + "keys"), name + "likeness")
                .node("Softmax", List.of(name + "likeness"), name + "attention", Attribute.number("axis", -1))
                .node("MatMul", List.of(name + "attention", name + "values"), name + "seen")
                .node("Transpose", List.of(name + "seen"), name + "turned", Attribute.numbers("perm", 1, 0, 2))
                .node("Reshape", List.of(name + "turned", "rows"), name + "joined");
        String attended = dense(quantised(name + "joined"), name + "attended");
        graph.node("Add", List.of(attended, states), name + "first");
        String between = normalised(name + "first", name + "attended.norm");
        String inner = gelu(dense(quantised(between), name + "inner"));
        String outer = dense(quantised(inner), name + "outer");
        graph.node("Add", List.of(outer, between), name + "second");
        return normalised(name + "second", name + "outer.norm");
    }

    private void heads(String states, String output, long... order) {
        graph.node("Reshape", List.of(states, "heads"), output + ".split")
                .node("Transpose", List.of(output + ".split"), output, Attribute.numbers("perm", order));
    }

    private String gelu(String input) {
        graph.node("Div", List.of(input, "root"), input + ".rooted")
                .node("Erf", List.of(input + ".rooted"), input + ".erf")
                .node("Add", List.of(input + ".erf", "unit"), input + ".raised")
                .node("Mul", List.of(input, input + ".raised"), input + ".gated")
                .node("Mul", List.of(input + ".gated", "half"), input + ".gelu");
        return input + ".gelu";
    }

    /**
     * Layer normalisation, its means taken by multiplying with a column: ONNX Runtime's own operator took a quarter of
     * the whole time.
     */
    private String normalised(String input, String name) {
        graph.floats(name + ".weight", weights.block(name + ".weight"), WIDTH)
                .floats(name + ".bias", weights.block(name + ".bias"), WIDTH)
                .node("MatMul", List.of(input, "average"), name + ".mean")
                .node("Sub", List.of(input, name + ".mean"), name + ".centred")
                .node("Mul", List.of(name + ".centred", name + ".centred"), name + ".squares")
                .node("MatMul", List.of(name + ".squares", "average"), name + ".variance")
                .node("Add", List.of(name + ".variance", "epsilon"), name + ".above")
                .node("Sqrt", List.of(name + ".above"), name + ".deviation")
                .node("Div", List.of(name + ".centred", name + ".deviation"), name + ".even")
                .node("Mul", List.of(name + ".even", name + ".weight"), name + ".weighed")
                .node("Add", List.of(name + ".weighed", name + ".bias"), name);
        return name;
    }

    private String quantised(String input) {
        graph.node("DynamicQuantizeLinear", List.of(input), List.of(input + ".q", input + ".scale", input + ".zero"));
        return input;
    }

    /** Multiplies a quantised input and adds the bias. */
    private String dense(String input, String name) {
        columnsOfBytes(name + ".weight");
        graph.floats(name + ".bias", weights.block(name + ".bias"), weights.columns(name + ".bias"))
                .node("MatMulInteger", List.of(input + ".q", name + ".weight", input + ".zero"), name + ".whole")
                .node("Cast", List.of(name + ".whole"), name + ".cast", Attribute.number("to", 1))
                .node("Mul", List.of(input + ".scale", name + ".weight.scale"), name + ".scale")
                .node("Mul", List.of(name + ".cast", name + ".scale"), name + ".product")
                .node("Add", List.of(name + ".product", name + ".bias"), name);
        return name;
    }

    /** A matrix of bytes with a scale for each column. */
    private void columnsOfBytes(String name) {
        float[] values = weights.block(name);
        float[] scales = new float[weights.columns(name)];
        byte[] bytes = EightBits.byColumn(values, scales);
        graph.bytes(name, bytes, values.length / scales.length, scales.length)
                .floats(name + ".scale", scales, scales.length);
    }

    private void labels(String states) {
        int outputs = weights.outputs();
        graph.floats("labels.weight", weights.block("labels.weight"), WIDTH, outputs)
                .floats("labels.bias", weights.block("labels.bias"), outputs)
                .node("Concat", List.of("any", "tokens"), "each", Attribute.number("axis", 0))
                .node("Reshape", List.of("shares", "each"), "share")
                .node("MatMul", List.of("share", states), "sentences")
                .node("Gemm", List.of("sentences", "labels.weight", "labels.bias"), "odds");
    }

    /** The words' part: per sentence and label the sum over its words. */
    private void words() {
        int labels = words.bias().length;
        float[] scales = new float[labels];
        byte[] bytes = EightBits.byColumn(words.words(), scales);
        graph.bytes("wording", bytes, bytes.length / labels, labels)
                .floats("wording.scale", scales, labels)
                .floats("wording.bias", words.bias(), labels)
                .longs("two", 2)
                .node("Shape", List.of("share"), "share.shape")
                .node("Gather", List.of("share.shape", "zero"), "rows.count", Attribute.number("axis", 0))
                .node("Concat", List.of("rows.count", "any"), "grid", Attribute.number("axis", 0))
                .node("Reshape", List.of("buckets", "grid"), "buckets.grid")
                .node("Reshape", List.of("weights", "grid"), "weights.grid")
                .node("Gather", List.of("wording", "buckets.grid"), "wording8", Attribute.number("axis", 0))
                .node("Cast", List.of("wording8"), "wording.whole", Attribute.number("to", 1))
                .node("Unsqueeze", List.of("weights.grid", "two"), "factors")
                .node("Mul", List.of("wording.whole", "factors"), "wording.products")
                .node("ReduceSum", List.of("wording.products", "one"), "sums", Attribute.number("keepdims", 0))
                .node("Mul", List.of("sums", "wording.scale"), "wording.scaled")
                .node("Add", List.of("wording.scaled", "wording.bias"), "wording.odds");
    }

    /** Network and words together; whether a label goes on is the network's alone. */
    private void scores() {
        int labels = words.bias().length;
        graph.longs("halves", labels, labels)
                .floats("network.part", new float[] {1 - WORDS}, 1)
                .floats("wording.part", new float[] {WORDS}, 1)
                .node("Split", List.of("odds", "halves"), List.of("own", "goesOn"), Attribute.number("axis", 1))
                .node("Mul", List.of("own", "network.part"), "own.part")
                .node("Mul", List.of("wording.odds", "wording.part"), "words.part")
                .node("Add", List.of("own.part", "words.part"), "both")
                .node("Concat", List.of("both", "goesOn"), "all", Attribute.number("axis", 1))
                .node("Sigmoid", List.of("all"), "scores");
    }
}
