package io.recital.eval.train;

import io.recital.eval.train.OnnxGraph.Attribute;
import io.recital.models.inference.Encoder;
import java.util.List;

/**
 * Writes a learned matrix as the ONNX graph that turns a question's vector: eight-bit weights with a scale for each
 * column. Input {@code question}, rows × 384; output the sum of it and its product with the matrix, of length 1.
 */
final class ProjectionExport {
    private static final int WIDTH = Encoder.DIMENSION;

    private ProjectionExport() {}

    static byte[] toOnnx(Matrix learned) {
        float[] scales = new float[WIDTH];
        byte[] bytes = EightBits.byColumn(learned.values, scales);
        return new OnnxGraph()
                .floatInput("question")
                .floatOutput("projected", WIDTH)
                .bytes("matrix", bytes, WIDTH, WIDTH)
                .floats("scales", scales, WIDTH)
                .node("Cast", List.of("matrix"), "whole", Attribute.number("to", 1))
                .node("MatMul", List.of("question", "whole"), "product")
                .node("Mul", List.of("product", "scales"), "scaled")
                .node("Add", List.of("question", "scaled"), "moved")
                .node(
                        "ReduceL2",
                        List.of("moved"),
                        "length",
                        Attribute.numbers("axes", 1),
                        Attribute.number("keepdims", 1))
                .node("Div", List.of("moved", "length"), "projected")
                .toBytes("question-projection");
    }
}
