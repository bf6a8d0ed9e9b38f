package io.recital.eval.questions;

import java.util.Arrays;
import java.util.List;

/** Softmax regression by gradient descent with momentum: small, and the same on every run. */
final class TypeRegression {
    private static final double DECAY = 5e-4;
    private static final int STEPS = 400;
    private static final double RATE = 0.05;
    private static final double MOMENTUM = 0.9;
    private static final double SQUARES = 0.999;

    /** A vector, which type it is of, and how much it weighs in the loss. */
    static final class Example {
        private final float[] vector;
        private final int type;
        private final double weight;

        Example(float[] vector, int type, double weight) {
            this.vector = vector.clone();
            this.type = type;
            this.weight = weight;
        }
    }

    private TypeRegression() {}

    /** For each type the weights of the vector's components, then the constant. */
    static double[][] fit(List<Example> examples, int types, int size) {
        double total = examples.stream().mapToDouble(example -> example.weight).sum();
        double[][] rows = new double[types][size + 1];
        double[][] mean = new double[types][size + 1];
        double[][] square = new double[types][size + 1];
        for (int step = 1; step <= STEPS; step++) {
            double[][] gradient = gradient(examples, rows, total);
            for (int type = 0; type < types; type++) {
                for (int i = 0; i <= size; i++) {
                    double slope = gradient[type][i] + (i < size ? DECAY * rows[type][i] : 0);
                    mean[type][i] = MOMENTUM * mean[type][i] + (1 - MOMENTUM) * slope;
                    square[type][i] = SQUARES * square[type][i] + (1 - SQUARES) * slope * slope;
                    double direction = mean[type][i] / (1 - Math.pow(MOMENTUM, step));
                    double scale = Math.sqrt(square[type][i] / (1 - Math.pow(SQUARES, step))) + 1e-8;
                    rows[type][i] -= RATE * direction / scale;
                }
            }
        }
        return rows;
    }

    private static double[][] gradient(List<Example> examples, double[][] rows, double total) {
        int size = rows[0].length - 1;
        double[][] gradient = new double[rows.length][size + 1];
        for (Example example : examples) {
            double[] chances = chances(rows, example.vector);
            chances[example.type] -= 1;
            for (int type = 0; type < rows.length; type++) {
                double error = chances[type] * example.weight / total;
                for (int i = 0; i < size; i++) {
                    gradient[type][i] += error * example.vector[i];
                }
                gradient[type][size] += error;
            }
        }
        return gradient;
    }

    private static double[] chances(double[][] rows, float[] vector) {
        double[] chances = new double[rows.length];
        for (int type = 0; type < rows.length; type++) {
            double logit = rows[type][vector.length];
            for (int i = 0; i < vector.length; i++) {
                logit += rows[type][i] * vector[i];
            }
            chances[type] = logit;
        }
        double highest = Arrays.stream(chances).max().orElse(0);
        double sum = 0;
        for (int type = 0; type < chances.length; type++) {
            chances[type] = Math.exp(chances[type] - highest);
            sum += chances[type];
        }
        for (int type = 0; type < chances.length; type++) {
            chances[type] /= sum;
        }
        return chances;
    }
}
