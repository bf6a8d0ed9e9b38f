package io.recital.eval.train;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Adam with decoupled weight decay for one block of weights. */
final class Adam {
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;

    final float[] gradient;
    private final float[] weights;
    private final float[] mean;
    private final float[] square;
    private final float decay;
    private int steps;

    Adam(float[] weights, double decay) {
        this.weights = weights;
        this.gradient = new float[weights.length];
        this.mean = new float[weights.length];
        this.square = new float[weights.length];
        this.decay = (float) decay;
    }

    /** Moves the weights against the gradient, which is then cleared. */
    void step(double rate) {
        steps++;
        float scale = (float) (rate * Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps)));
        for (int i = 0; i < weights.length; i++) {
            float g = gradient[i];
            mean[i] = BETA1 * mean[i] + (1 - BETA1) * g;
            square[i] = BETA2 * square[i] + (1 - BETA2) * g * g;
            weights[i] -= scale * mean[i] / ((float) Math.sqrt(square[i]) + 1e-8f) + (float) rate * decay * weights[i];
            gradient[i] = 0;
        }
    }

    void read(DataInputStream in) throws IOException {
        steps = in.readInt();
        Checkpoint.readInto(in, mean);
        Checkpoint.readInto(in, square);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(steps);
        Checkpoint.writeAll(out, mean);
        Checkpoint.writeAll(out, square);
    }
}
