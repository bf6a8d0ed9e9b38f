package io.recital.models.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** An ONNX graph with its weights, ready to run; safe for use by several threads. */
public final class OnnxModel implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final String name;
    private final OrtSession session;

    private OnnxModel(String name, byte[] graph, OnnxSettings settings) {
        this.name = name;
        try (OrtSession.SessionOptions options = options(settings)) {
            this.session = environment.createSession(graph, options);
        } catch (OrtException e) {
            throw new InferenceException(
                    InferenceException.Category.WEIGHTS, "ONNX Runtime cannot load the model " + name, e);
        }
    }

    /** Loads a graph from bytes; the name is for messages only. */
    public static OnnxModel of(String name, byte[] graph, OnnxSettings settings) {
        return new OnnxModel(name, graph, settings);
    }

    /** Loads a graph from the class path. */
    public static OnnxModel ofResource(String path, OnnxSettings settings) {
        try (InputStream in = Resources.open(path)) {
            return new OnnxModel(path, in.readAllBytes(), settings);
        } catch (IOException e) {
            throw new InferenceException(InferenceException.Category.WEIGHTS, "Cannot read the model " + path, e);
        }
    }

    private static OrtSession.SessionOptions options(OnnxSettings settings) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(settings.threads());
        options.setInterOpNumThreads(1);
        options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
        options.addConfigEntry("session.intra_op.allow_spinning", settings.spinning() ? "1" : "0");
        options.addConfigEntry("session.use_device_allocator_for_initializers", "1");
        options.setCPUArenaAllocator(settings.arena());
        // Shapes differ from batch to batch, so a remembered allocation plan would only cost memory.
        options.setMemoryPatternOptimization(false);
        return options;
    }

    /**
     * Runs a graph with one float input and returns its first output.
     *
     * @param values row after row, {@code rows * (values.length / rows)}
     * @return the output, row after row
     */
    public float[] run(String input, float[] values, int rows) {
        long[] shape = {rows, values.length / rows};
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            return floats(result);
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    /**
     * Runs a graph whose inputs are all matrices of longs of the same shape and returns its first output.
     *
     * @param inputs per input name the matrix, row after row; inputs that the graph does not have are left out
     * @return the output, row after row
     */
    public float[] run(Map<String, long[]> inputs, int rows, int columns) {
        long[] shape = {rows, columns};
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, long[]> input : inputs.entrySet()) {
                if (session.getInputNames().contains(input.getKey())) {
                    tensors.put(
                            input.getKey(),
                            OnnxTensor.createTensor(environment, LongBuffer.wrap(input.getValue()), shape));
                }
            }
            try (OrtSession.Result result = session.run(tensors)) {
                return floats(result);
            }
        } catch (OrtException e) {
            throw failed(e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private static float[] floats(OrtSession.Result result) {
        FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
        if (buffer.hasArray()) {
            return buffer.array();
        }
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    private InferenceException failed(OrtException cause) {
        return new InferenceException(InferenceException.Category.RUN, "The model " + name + " cannot run", cause);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new InferenceException(InferenceException.Category.RUN, "The model " + name + " cannot close", e);
        }
    }
}
