package io.recital.eval.train;

import io.recital.extraction.onnx.WordFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A weight for each word and pair of words and each label: a logistic regression on hashed words, which remembers
 * wording that the network's averages blur.
 *
 * <p>{@code words[bucket * labels + label]}; the last bucket stands for nothing and stays 0.
 */
final class WordWeights {
    private static final Logger LOG = LoggerFactory.getLogger(WordWeights.class);
    private static final float START_BIAS = -5;
    private static final int EPOCHS = 6;
    private static final double RATE = 0.5;
    /** Without it rare words are learned by heart: 33 instead of 47 points of area when words stand alone. */
    private static final float DECAY = 1.5e-4f;

    private final int labels;
    private final float[] words;
    private final float[] bias;

    private WordWeights(int labels) {
        this.labels = labels;
        this.words = new float[(WordFeatures.BUCKETS + 1) * labels];
        this.bias = new float[labels];
        Arrays.fill(bias, START_BIAS);
    }

    /** A word's weights, a row of labels for each bucket. */
    float[] words() {
        return words;
    }

    float[] bias() {
        return bias;
    }

    /** What one sentence teaches. */
    private record Sample(WordFeatures features, LabelledSentence taught) {}

    /** Fits the weights by stochastic gradient descent (AdaGrad) on the labels' log loss. */
    static WordWeights train(List<LabelledContract> contracts, int labels, long seed) {
        List<Sample> samples = new ArrayList<>();
        for (LabelledContract contract : contracts) {
            for (int i = 0; i < contract.sentences().size(); i++) {
                samples.add(
                        new Sample(contract.words().get(i), contract.sentences().get(i)));
            }
        }
        WordWeights weights = new WordWeights(labels);
        weights.new Descent().run(samples, new Random(seed));
        return weights;
    }

    private final class Descent {
        private final float[] wordSquares = new float[words.length];
        private final float[] biasSquares = new float[labels];
        private final float[] slopes = new float[labels];

        Descent() {
            Arrays.fill(wordSquares, 1e-6f);
            Arrays.fill(biasSquares, 1e-6f);
        }

        void run(List<Sample> samples, Random random) {
            List<Sample> order = new ArrayList<>(samples);
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                Collections.shuffle(order, random);
                double loss = 0;
                for (int i = 0; i < order.size(); i++) {
                    double done = (epoch + (double) i / order.size()) / EPOCHS;
                    loss += learn(order.get(i), (float) (RATE * Math.max(0.02, 1 - done)));
                }
                LOG.info("Words, epoch {} of {}: loss {}", epoch + 1, EPOCHS, (float) (loss / order.size()));
            }
        }

        private double learn(Sample sample, float rate) {
            WordFeatures features = sample.features();
            odds(features);
            double loss = slopes(sample.taught());
            for (int l = 0; l < labels; l++) {
                biasSquares[l] += slopes[l] * slopes[l];
                bias[l] -= rate * slopes[l] / (float) Math.sqrt(biasSquares[l]);
            }
            for (int k = 0; k < features.size(); k++) {
                int row = features.bucket(k) * labels;
                for (int l = 0; l < labels; l++) {
                    float gradient = features.weight(k) * slopes[l] + DECAY * words[row + l];
                    wordSquares[row + l] += gradient * gradient;
                    words[row + l] -= rate * gradient / (float) Math.sqrt(wordSquares[row + l]);
                }
            }
            return loss;
        }

        private void odds(WordFeatures features) {
            System.arraycopy(bias, 0, slopes, 0, labels);
            for (int k = 0; k < features.size(); k++) {
                int row = features.bucket(k) * labels;
                for (int l = 0; l < labels; l++) {
                    slopes[l] += features.weight(k) * words[row + l];
                }
            }
        }

        /** Turns log odds into the loss's slopes, in place. */
        private double slopes(LabelledSentence taught) {
            double loss = 0;
            for (int l = 0; l < labels; l++) {
                double p = 1 / (1 + Math.exp(-slopes[l]));
                boolean bears = taught.bears(l);
                loss -= taught.isUnclear(l) ? 0 : Math.log(Math.max(1e-7, bears ? p : 1 - p));
                slopes[l] = taught.isUnclear(l) ? 0 : (float) (p - (bears ? 1 : 0));
            }
            return loss;
        }
    }
}
