package io.recital.eval.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Builds an ONNX file (opset 17) from nodes and weights; only what the models here need. */
final class OnnxGraph {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int INT8 = 3;

    private final Protobuf graph = new Protobuf();

    /** Adds an operator with one output. */
    OnnxGraph node(String operator, List<String> inputs, String output, Attribute... attributes) {
        return node(operator, inputs, List.of(output), attributes);
    }

    /** Adds an operator. */
    OnnxGraph node(String operator, List<String> inputs, List<String> outputs, Attribute... attributes) {
        Protobuf node = new Protobuf();
        inputs.forEach(input -> node.text(1, input));
        outputs.forEach(output -> node.text(2, output));
        node.text(3, outputs.get(0)).text(4, operator);
        for (Attribute attribute : attributes) {
            node.message(5, attribute.field());
        }
        graph.message(1, node);
        return this;
    }

    /** What an operator is told beside its inputs. */
    record Attribute(Protobuf field) {
        static Attribute number(String name, long value) {
            return new Attribute(new Protobuf().text(1, name).number(3, value).number(20, 2));
        }

        static Attribute numbers(String name, long... values) {
            Protobuf field = new Protobuf().text(1, name);
            for (long value : values) {
                field.number(8, value);
            }
            return new Attribute(field.number(20, 7));
        }
    }

    OnnxGraph floats(String name, float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor(name, FLOAT, raw.array(), shape);
    }

    /** Whole numbers from -128 to 127. */
    OnnxGraph bytes(String name, byte[] values, long... shape) {
        return tensor(name, INT8, values, shape);
    }

    OnnxGraph longs(String name, long... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return tensor(name, INT64, raw.array(), values.length);
    }

    private OnnxGraph tensor(String name, int type, byte[] raw, long... shape) {
        Protobuf tensor = new Protobuf();
        for (long dimension : shape) {
            tensor.number(1, dimension);
        }
        graph.message(5, tensor.number(2, type).text(8, name).bytes(9, raw));
        return this;
    }

    /** An input of fractions whose width differs from run to run. */
    OnnxGraph floatInput(String name) {
        graph.message(11, value(name, FLOAT, 0));
        return this;
    }

    /** An input of whole numbers whose width differs from run to run. */
    OnnxGraph longInput(String name) {
        graph.message(11, value(name, INT64, 0));
        return this;
    }

    OnnxGraph floatOutput(String name, int columns) {
        graph.message(12, value(name, FLOAT, columns));
        return this;
    }

    private static Protobuf value(String name, int type, int columns) {
        Protobuf width = columns == 0 ? new Protobuf().text(2, "width") : new Protobuf().number(1, columns);
        Protobuf shape =
                new Protobuf().message(1, new Protobuf().text(2, "rows")).message(1, width);
        Protobuf tensor = new Protobuf().number(1, type).message(2, shape);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
    }

    /** The finished file. */
    byte[] toBytes(String name) {
        graph.text(2, name);
        Protobuf operators = new Protobuf().text(1, "").number(2, 17);
        return new Protobuf()
                .number(1, 8)
                .text(2, "recital")
                .message(7, graph)
                .message(8, operators)
                .toBytes();
    }
}
