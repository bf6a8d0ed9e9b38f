package io.recital.eval.train;

import io.recital.models.inference.Encoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns the matrix that, added to a heading's vector, brings it nearer to what stands below that heading than to what
 * stands below the other headings of its batch (a contrastive loss in both directions).
 *
 * <p>Only the side of the question is moved: vectors of passages, and the indexes over them, stay as they are.
 */
final class ProjectionTrainer {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionTrainer.class);
    private static final int WIDTH = Encoder.DIMENSION;
    private static final int BATCH = 256;
    private static final int EPOCHS = 8;
    private static final double RATE = 1e-3;
    private static final double DECAY = 1e-2;
    /** What cosines are divided by before they compete. */
    private static final double TEMPERATURE = 0.05;

    private final List<HeadedClause> clauses;
    private final List<float[]> headings;
    private final List<float[]> bodies;

    /**
     * @param headings vectors of the clauses' headings, in their order
     * @param bodies vectors of what stands below them
     */
    ProjectionTrainer(List<HeadedClause> clauses, List<float[]> headings, List<float[]> bodies) {
        this.clauses = clauses;
        this.headings = headings;
        this.bodies = bodies;
    }

    /** A row for each component of the question; the same clauses and seed give the same matrix. */
    Matrix train(long seed) {
        Matrix learned = new Matrix(WIDTH, WIDTH);
        Adam adam = new Adam(learned.values, DECAY);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, clauses.size()).boxed().toList());
        Random random = new Random(seed);
        int batches = Math.max(1, order.size() / BATCH);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            double loss = 0;
            for (int i = 0; i < batches; i++) {
                List<Integer> batch = order.subList(i * BATCH, Math.min(order.size(), (i + 1) * BATCH));
                loss += learn(learned, adam, batch);
                adam.step(RATE * (1 - (epoch + (double) i / batches) / EPOCHS));
            }
            LOG.info("Projection, epoch {} of {}: loss {}", epoch + 1, EPOCHS, (float) (loss / batches));
        }
        return learned;
    }

    /** Puts the batch's gradient into Adam; returns its loss. */
    private double learn(Matrix learned, Adam adam, List<Integer> batch) {
        Matrix asked = Matrix.ofRows(batch.stream().map(headings::get).toList());
        Matrix passages = Matrix.ofRows(batch.stream().map(bodies::get).toList());
        Matrix moved = asked.times(learned);
        moved.add(asked);
        double[] lengths = new double[batch.size()];
        for (int row = 0; row < lengths.length; row++) {
            lengths[row] = Math.sqrt(moved.dot(row, moved, row));
            moved.scaleRow(row, 1 / lengths[row]);
        }
        Matrix likeness = moved.times(passages.transposed());
        double loss = slopes(likeness, batch);
        Matrix slopes = likeness.times(passages);
        for (int row = 0; row < lengths.length; row++) {
            alongTheSphere(slopes, moved, row, lengths[row]);
        }
        float[] gradient = asked.transposedTimes(slopes).values;
        System.arraycopy(gradient, 0, adam.gradient, 0, gradient.length);
        return loss;
    }

    /** Takes from a slope what would only change the vector's length. */
    private static void alongTheSphere(Matrix slopes, Matrix moved, int row, double length) {
        double outward = slopes.dot(row, moved, row);
        for (int i = row * WIDTH; i < (row + 1) * WIDTH; i++) {
            slopes.values[i] = (float) ((slopes.values[i] - outward * moved.values[i]) / length);
        }
    }

    /** Turns cosines into the slopes of the loss, in place; returns the loss. */
    private double slopes(Matrix likeness, List<Integer> batch) {
        int size = batch.size();
        double[] odds = new double[size * size];
        double[] byRow = new double[size];
        double[] byColumn = new double[size];
        for (int i = 0; i < odds.length; i++) {
            int row = i / size;
            int column = i % size;
            odds[i] = row != column && haveOneHeading(batch.get(row), batch.get(column))
                    ? 0
                    : Math.exp((likeness.values[i] - 1) / TEMPERATURE);
            byRow[row] += odds[i];
            byColumn[column] += odds[i];
        }
        double loss = 0;
        for (int i = 0; i < odds.length; i++) {
            int row = i / size;
            int column = i % size;
            double share = odds[i] / byRow[row] + odds[i] / byColumn[column];
            if (row == column) {
                loss -= Math.log(odds[i] / byRow[row]) + Math.log(odds[i] / byColumn[column]);
            }
            likeness.values[i] = (float) ((share - (row == column ? 2 : 0)) / (2 * size * TEMPERATURE));
        }
        return loss / (2 * size);
    }

    private boolean haveOneHeading(int one, int other) {
        return clauses.get(one).key().equals(clauses.get(other).key());
    }
}
