package io.recital.eval.train;

import io.recital.extraction.onnx.SentenceInput;
import io.recital.extraction.onnx.WordFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fits the head by stochastic gradient descent on the labels' log loss: Adam for the dense weights, AdaGrad for the
 * words'. The same seed and samples give the same weights.
 */
final class HeadTrainer {
    private static final Logger LOG = LoggerFactory.getLogger(HeadTrainer.class);
    private static final int BATCH = 32;

    private final HeadSettings settings;
    private final Random random;
    private final HeadNetwork net;
    private final Adam first;
    private final Adam firstBias;
    private final Adam second;
    private final Adam bias;
    private final float[] wordSquares;

    private final float[] dense = new float[SentenceInput.DENSE];
    private final float[] units;
    private final float[] slopes;
    private final float[] unitSlopes;

    private HeadTrainer(HeadSettings settings, int labels, long seed) {
        this.settings = settings;
        this.random = new Random(seed);
        this.net = new HeadNetwork(settings.hidden(), labels, random);
        this.first = new Adam(net.first, settings.decay());
        this.firstBias = new Adam(net.firstBias, 0);
        this.second = new Adam(net.second, settings.decay());
        this.bias = new Adam(net.bias, 0);
        this.wordSquares = new float[net.words.length];
        Arrays.fill(wordSquares, 1e-6f);
        this.units = new float[net.hidden];
        this.slopes = new float[labels];
        this.unitSlopes = new float[net.hidden];
    }

    /** Fits a head to samples: the average of members that differ in their seeds. */
    static HeadNetwork train(List<Sample> samples, int labels, HeadSettings settings) {
        List<HeadNetwork> members = new ArrayList<>();
        for (int member = 0; member < settings.members(); member++) {
            members.add(trainOne(samples, labels, settings, settings.seed() * 1000 + member));
        }
        return HeadNetwork.average(members);
    }

    private static HeadNetwork trainOne(List<Sample> samples, int labels, HeadSettings settings, long seed) {
        HeadTrainer trainer = new HeadTrainer(settings, labels, seed);
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            trainer.epoch(samples, epoch);
        }
        return trainer.net;
    }

    private void epoch(List<Sample> samples, int epoch) {
        List<Sample> drawn = new ArrayList<>();
        for (Sample sample : samples) {
            if (sample.labels() != 0 || sample.unclear() != 0 || random.nextDouble() < settings.negatives()) {
                drawn.add(sample);
            }
        }
        Collections.shuffle(drawn, random);
        int steps = settings.epochs() * (drawn.size() / BATCH + 1);
        double loss = 0;
        for (int from = 0; from < drawn.size(); from += BATCH) {
            List<Sample> batch = drawn.subList(from, Math.min(drawn.size(), from + BATCH));
            double done = (epoch * (drawn.size() / BATCH + 1) + from / BATCH) / (double) steps;
            double fade = Math.max(0.02, 1 - done);
            for (Sample sample : batch) {
                loss += learn(sample, batch.size(), fade);
            }
            double rate = settings.rate() * fade;
            first.step(rate);
            firstBias.step(rate);
            second.step(rate);
            bias.step(rate);
        }
        LOG.info("Epoch {} of {}: loss {} a sample", epoch + 1, settings.epochs(), (float) (loss / drawn.size()));
    }

    /** Adds a sample's gradient to the dense weights' and moves the words' weights; returns the sample's loss. */
    private double learn(Sample sample, int batch, double fade) {
        sample.input().copyDense(dense, 0);
        net.hidden(dense, units);
        drop();
        net.logits(units, sample.input().words(), slopes);
        double loss = slopes(sample);
        float part = 1f / batch;
        Arrays.fill(unitSlopes, 0);
        for (int h = 0; h < net.hidden; h++) {
            if (units[h] > 0) {
                unitSlopes[h] = (float) (dot(slopes, net.second, h * net.labels) / (1 - settings.dropout()));
                addScaled(units[h] * part, slopes, second.gradient, h * net.labels);
            }
        }
        addScaled(part, slopes, bias.gradient, 0);
        addScaled(part, unitSlopes, firstBias.gradient, 0);
        for (int i = 0; i < dense.length; i++) {
            addScaled(dense[i] * part, unitSlopes, first.gradient, i * net.hidden);
        }
        moveWords(sample.input().words(), fade);
        return loss;
    }

    private void drop() {
        float scale = (float) (1 / (1 - settings.dropout()));
        for (int h = 0; h < units.length; h++) {
            units[h] = random.nextFloat() < settings.dropout() ? 0 : units[h] * scale;
        }
    }

    /** Turns log odds into the loss's slopes, in place. */
    private double slopes(Sample sample) {
        boolean negative = sample.labels() == 0 && sample.unclear() == 0;
        float weight = negative ? (float) (1 / settings.negatives()) : 1;
        double loss = 0;
        for (int l = 0; l < slopes.length; l++) {
            float p = HeadNetwork.sigmoid(slopes[l]);
            loss -= sample.isUnclear(l) ? 0 : weight * Math.log(Math.max(1e-7, sample.bears(l) ? p : 1 - p));
            slopes[l] = sample.isUnclear(l) ? 0 : weight * (p - (sample.bears(l) ? 1 : 0));
        }
        return loss;
    }

    private void moveWords(WordFeatures features, double fade) {
        float rate = (float) (settings.wordRate() * fade);
        for (int k = 0; k < features.size(); k++) {
            int row = features.bucket(k) * net.labels;
            float weight = features.weight(k);
            for (int l = 0; l < net.labels; l++) {
                float gradient = weight * slopes[l];
                wordSquares[row + l] += gradient * gradient;
                net.words[row + l] -= rate * gradient / (float) Math.sqrt(wordSquares[row + l]);
            }
        }
    }

    private static double dot(float[] a, float[] matrix, int offset) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * matrix[offset + i];
        }
        return sum;
    }

    private static void addScaled(float factor, float[] row, float[] matrix, int offset) {
        for (int i = 0; i < row.length; i++) {
            matrix[offset + i] += factor * row[i];
        }
    }
}
