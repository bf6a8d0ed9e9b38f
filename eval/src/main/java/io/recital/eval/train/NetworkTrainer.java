package io.recital.eval.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.recital.eval.EvalException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fits a sentence network to labelled contracts by the log loss of labels and of their going on.
 *
 * <p>The same contracts and settings give the same weights up to rounding, also when the training was stopped and went on
 * from a checkpoint; sums are taken in another order by another number of threads.
 */
final class NetworkTrainer {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkTrainer.class);
    private static final double WARM_UP = 0.06;
    private static final double LARGEST_GRADIENT = 1;
    private static final int REPORT = 100;

    private final NetworkWeights weights;
    private final NetworkSettings settings;
    private final AdamSteps adam;
    private final Checkpoint checkpoint;
    private final Engine engine = Engine.getEngine("PyTorch");

    NetworkTrainer(NetworkWeights weights, NetworkSettings settings, Checkpoint checkpoint) {
        this.weights = weights;
        this.settings = settings;
        this.adam = new AdamSteps(weights, settings);
        this.checkpoint = checkpoint;
    }

    /** Trains from the last checkpoint, or from the start; the weights are moved in place. */
    void train(List<LabelledContract> contracts) {
        train(contracts, settings.epochs());
    }

    /** The same, stopping after so many epochs. */
    void train(List<LabelledContract> contracts, int last) {
        int done = checkpoint.read(weights, adam);
        try (SentenceNetwork network = new SentenceNetwork(weights, settings.dropout())) {
            for (int epoch = done; epoch < last; epoch++) {
                engine.setRandomSeed((int) settings.seedOf(epoch));
                epoch(network, epoch, draw(contracts, new Random(settings.seedOf(epoch))));
                checkpoint.write(epoch + 1, weights, adam);
            }
        }
    }

    private List<WindowBatch.Item> draw(List<LabelledContract> contracts, Random random) {
        List<WindowBatch.Item> drawn = new ArrayList<>();
        for (LabelledContract contract : contracts) {
            contract.windows().stream()
                    .filter(window -> contract.isLabelled(window) || random.nextDouble() < settings.negatives())
                    .forEach(window -> drawn.add(new WindowBatch.Item(contract, window)));
        }
        Collections.shuffle(drawn, random);
        return drawn;
    }

    private void epoch(SentenceNetwork network, int epoch, List<WindowBatch.Item> drawn) {
        int steps = (drawn.size() + settings.windows() - 1) / settings.windows();
        long tokens = 0;
        double loss = 0;
        long start = System.nanoTime();
        for (int step = 0; step < steps; step++) {
            int from = step * settings.windows();
            WindowBatch batch = new WindowBatch(drawn.subList(from, Math.min(drawn.size(), from + settings.windows())));
            double own = learn(network, batch, fade((epoch + (double) step / steps) / settings.epochs()));
            if (!Double.isFinite(own)) {
                throw new EvalException("The training went astray in epoch " + (epoch + 1) + ", step " + (step + 1)
                        + ": its loss is no number. Run the same command again, it goes on from the last good state;"
                        + " if that does not help, train with another --seed.");
            }
            loss += own;
            tokens += (long) batch.rows() * batch.width();
            if ((step + 1) % REPORT == 0 || step + 1 == steps) {
                LOG.info(
                        "Epoch {} of {}, step {} of {}: loss {}, {} tokens a second",
                        epoch + 1,
                        settings.epochs(),
                        step + 1,
                        steps,
                        (float) (loss / (step + 1)),
                        tokens * 1_000_000_000L / (System.nanoTime() - start));
            }
        }
    }

    /** The part of the highest rate that is left: rising at first, then falling to 0. */
    private static double fade(double done) {
        return done < WARM_UP ? Math.max(0.01, done / WARM_UP) : (1 - done) / (1 - WARM_UP);
    }

    private double learn(SentenceNetwork network, WindowBatch batch, double fade) {
        try (NDManager arrays = network.manager().newSubManager();
                GradientCollector gradients = engine.newGradientCollector()) {
            NDArray loss = loss(network, batch, arrays);
            gradients.backward(loss);
            move(network, fade);
            return loss.getFloat();
        }
    }

    /** The log loss: summed over outputs, averaged over sentences. */
    private NDArray loss(SentenceNetwork network, WindowBatch batch, NDManager arrays) {
        int labels = weights.outputs() / 2;
        NDArray logits = network.logits(batch, arrays);
        NDArray softplus = logits.abs().neg().exp().add(1).log().add(logits.maximum(0));
        NDArray each = softplus.sub(logits.mul(batch.targets(arrays, labels)));
        return each.mul(batch.weights(arrays, labels)).sum().div(batch.sentences());
    }

    private void move(SentenceNetwork network, double fade) {
        double squares = network.learned().entrySet().stream()
                .mapToDouble(entry -> takeGradient(entry.getValue(), adam.gradient(entry.getKey())))
                .sum();
        float scale = (float) Math.min(1, LARGEST_GRADIENT / Math.sqrt(squares));
        for (Map.Entry<String, NDArray> entry : network.learned().entrySet()) {
            adam.step(entry.getKey(), scale, fade);
            entry.getValue().set(weights.block(entry.getKey()));
        }
    }

    /** Moves a tensor's gradient into an array, clears it, and returns the sum of its squares. */
    private static double takeGradient(NDArray tensor, float[] target) {
        double squares = 0;
        try (NDArray gradient = tensor.getGradient()) {
            float[] values = gradient.toFloatArray();
            System.arraycopy(values, 0, target, 0, values.length);
            gradient.subi(gradient);
            for (float value : values) {
                squares += (double) value * value;
            }
        }
        return squares;
    }
}
