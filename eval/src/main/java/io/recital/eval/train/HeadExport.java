package io.recital.eval.train;

import io.recital.extraction.onnx.SentenceInput;
import io.recital.extraction.onnx.WordFeatures;
import java.util.List;

/** Writes a trained head as the ONNX graph that extraction runs. */
final class HeadExport {
    private HeadExport() {}

    static byte[] toOnnx(HeadNetwork net) {
        OnnxGraph graph = new OnnxGraph()
                .floatInput("dense", SentenceInput.DENSE)
                .longInput("buckets")
                .floatInput("weights")
                .floatOutput("scores", net.labels)
                .floats("first", net.first, SentenceInput.DENSE, net.hidden)
                .floats("firstBias", net.firstBias, net.hidden)
                .floats("second", net.second, net.hidden, net.labels)
                .floats("bias", net.bias, net.labels)
                .halves("words", net.words, WordFeatures.BUCKETS + 1, net.labels)
                .longs("one", 1)
                .longs("two", 2);
        graph.node("Gemm", List.of("dense", "first", "firstBias"), "units")
                .node("Relu", List.of("units"), "active")
                .node("Gemm", List.of("active", "second", "bias"), "meaning")
                .node("Gather", List.of("words", "buckets"), "rows16", new OnnxGraph.Attribute("axis", 0))
                .node("Cast", List.of("rows16"), "rows", new OnnxGraph.Attribute("to", 1))
                .node("Unsqueeze", List.of("weights", "two"), "factors")
                .node("Mul", List.of("rows", "factors"), "products")
                .node("ReduceSum", List.of("products", "one"), "wording", new OnnxGraph.Attribute("keepdims", 0))
                .node("Add", List.of("meaning", "wording"), "odds")
                .node("Sigmoid", List.of("odds"), "scores");
        return graph.toBytes("clause-head");
    }
}
