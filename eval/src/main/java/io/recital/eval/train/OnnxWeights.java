package io.recital.eval.train;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.recital.eval.EvalException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The full-precision weights of an ONNX file, by their own name or by that of the multiplication that uses them. */
final class OnnxWeights {
    private static final int GRAPH = 7;
    private static final int NODE = 1;
    private static final int INITIALIZER = 5;

    private final Map<String, float[]> byName = new HashMap<>();
    private final Map<String, String> secondInputs = new HashMap<>();

    private OnnxWeights() {}

    /** Reads an ONNX file on the class path. */
    static OnnxWeights ofResource(String path) {
        try (InputStream file = OnnxWeights.class.getClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new EvalException("The class path does not hold " + path);
            }
            return read(new BufferedInputStream(file));
        } catch (IOException e) {
            throw new EvalException("Cannot read " + path, e);
        }
    }

    private static OnnxWeights read(InputStream file) throws IOException {
        OnnxWeights weights = new OnnxWeights();
        CodedInputStream in = CodedInputStream.newInstance(file);
        in.setSizeLimit(Integer.MAX_VALUE);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == GRAPH) {
                int outer = in.pushLimit(in.readRawVarint32());
                weights.readGraph(in);
                in.popLimit(outer);
            } else {
                in.skipField(tag);
            }
        }
        return weights;
    }

    private void readGraph(CodedInputStream in) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case NODE -> readNode(CodedInputStream.newInstance(in.readByteArray()));
                case INITIALIZER -> readTensor(CodedInputStream.newInstance(in.readByteArray()));
                default -> in.skipField(tag);
            }
        }
    }

    private void readNode(CodedInputStream in) throws IOException {
        List<String> inputs = new ArrayList<>();
        String name = "";
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> inputs.add(in.readString());
                case 3 -> name = in.readString();
                default -> in.skipField(tag);
            }
        }
        if (inputs.size() == 2) {
            secondInputs.put(name, inputs.get(1));
        }
    }

    private void readTensor(CodedInputStream in) throws IOException {
        String name = "";
        int type = 0;
        byte[] raw = {};
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 2 -> type = in.readInt32();
                case 8 -> name = in.readString();
                case 9 -> raw = in.readByteArray();
                default -> in.skipField(tag);
            }
        }
        if (type == 1) {
            float[] values = new float[raw.length / 4];
            ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
            byName.put(name, values);
        }
    }

    /** A copy of the weights of that name, row after row. */
    float[] named(String name) {
        float[] values = byName.get(name);
        if (values == null) {
            throw new IllegalArgumentException("The ONNX file has no weights " + name);
        }
        return values.clone();
    }

    /** What an operator of that name multiplies its input by: a row per input. */
    float[] factorOf(String operator) {
        return named(secondInputs.getOrDefault(operator, operator));
    }
}
