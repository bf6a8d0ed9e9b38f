package io.recital.eval.train;

import java.util.LinkedHashMap;
import java.util.Map;

/** Adam with decoupled weight decay for all weights that are learned, each block with a state of its own. */
final class AdamSteps {
    private final NetworkSettings settings;
    private final Map<String, Adam> blocks = new LinkedHashMap<>();

    AdamSteps(NetworkWeights weights, NetworkSettings settings) {
        this.settings = settings;
        weights.learned().forEach((name, values) -> blocks.put(name, new Adam(values, decay(name))));
    }

    private double decay(String name) {
        return name.endsWith("bias") || name.contains("norm") ? 0 : settings.decay();
    }

    Map<String, Adam> blocks() {
        return blocks;
    }

    private Adam block(String name) {
        Adam adam = blocks.get(name);
        if (adam == null) {
            throw new IllegalArgumentException("The network has no weights " + name);
        }
        return adam;
    }

    /** Where a block's gradient is to be put. */
    float[] gradient(String name) {
        return block(name).gradient;
    }

    /**
     * Moves a block against its gradient.
     *
     * @param scale what the gradient is multiplied by first
     * @param fade part of the block's highest rate
     */
    void step(String name, float scale, double fade) {
        Adam adam = block(name);
        for (int i = 0; i < adam.gradient.length; i++) {
            adam.gradient[i] *= scale;
        }
        adam.step(fade * (name.startsWith("labels") ? settings.labelRate() : settings.rate()));
    }
}
