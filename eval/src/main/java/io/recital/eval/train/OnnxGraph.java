package io.recital.eval.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Builds an ONNX file (opset 17) from nodes and weights; only what the head needs. */
final class OnnxGraph {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int FLOAT16 = 10;

    private final Protobuf graph = new Protobuf();

    /** Adds an operator. Attributes are whole numbers. */
    OnnxGraph node(String operator, List<String> inputs, String output, Attribute... attributes) {
        Protobuf node = new Protobuf();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(3, output).text(4, operator);
        for (Attribute attribute : attributes) {
            node.message(
                    5,
                    new Protobuf()
                            .text(1, attribute.name())
                            .number(3, attribute.value())
                            .number(20, 2));
        }
        graph.message(1, node);
        return this;
    }

    /** A whole-number attribute of an operator. */
    record Attribute(String name, long value) {}

    OnnxGraph floats(String name, float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor(name, FLOAT, raw.array(), shape);
    }

    /** Weights kept in half precision. */
    OnnxGraph halves(String name, float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putShort(half(value));
        }
        return tensor(name, FLOAT16, raw.array(), shape);
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

    OnnxGraph floatInput(String name, int columns) {
        graph.message(11, value(name, FLOAT, columns));
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

    /** The nearest number in half precision; too small ones become 0, too large ones the largest. */
    static short half(float value) {
        int bits = Float.floatToIntBits(value);
        int sign = (bits >>> 16) & 0x8000;
        int rounded = (bits & 0x7fffffff) + 0x1000;
        if (rounded >= 0x47800000) {
            return (short) (sign | 0x7bff);
        }
        if (rounded < 0x38800000) {
            return (short) (sign | Math.round(Math.abs(value) * 0x1p24f));
        }
        return (short) (sign | (rounded - 0x38000000) >>> 13);
    }
}
