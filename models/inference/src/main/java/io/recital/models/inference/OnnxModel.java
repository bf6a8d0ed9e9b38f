package io.recital.models.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** An ONNX graph with its weights, ready to run; safe for use by several threads. */
public final class OnnxModel implements AutoCloseable {
    static {
        RuntimeTelemetry.disable();
    }

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
     * Runs a graph whose inputs are matrices with the same number of rows and returns its first output.
     *
     * @param longs per input name the whole numbers, row after row; inputs that the graph does not have are left out
     * @param floats per input name the fractions, row after row
     * @return the output, row after row
     */
    public float[] run(int rows, Map<String, long[]> longs, Map<String, float[]> floats) {
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, long[]> input : longs.entrySet()) {
                if (session.getInputNames().contains(input.getKey())) {
                    LongBuffer values = LongBuffer.wrap(input.getValue());
                    tensors.put(input.getKey(), OnnxTensor.createTensor(environment, values, shape(rows, values)));
                }
            }
            for (Map.Entry<String, float[]> input : floats.entrySet()) {
                FloatBuffer values = FloatBuffer.wrap(input.getValue());
                tensors.put(input.getKey(), OnnxTensor.createTensor(environment, values, shape(rows, values)));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                return floats(result);
            }
        } catch (OrtException e) {
            throw new InferenceException(InferenceException.Category.RUN, "The model " + name + " cannot run", e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private static long[] shape(int rows, Buffer values) {
        return new long[] {rows, values.capacity() / rows};
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

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new InferenceException(InferenceException.Category.RUN, "The model " + name + " cannot close", e);
        }
    }
}
