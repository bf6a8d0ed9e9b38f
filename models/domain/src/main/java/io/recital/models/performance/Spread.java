package io.recital.models.performance;

import java.util.Arrays;
import java.util.List;

/**
 * How numbers that contracts state for one term lie, told so that a few wild ones do not matter.
 *
 * @param count how many numbers
 * @param scale the usual distance from the median, as a ratio's logarithm: 1.4826 times the median of all distances, and
 *     never less than that of a tenth
 */
public record Spread(int count, double median, double lowest, double highest, double scale) {
    private static final double AS_OF_A_NORMAL_SPREAD = 1.4826;
    private static final double LEAST_SCALE = Math.log(1.1);

    /** Of at least one number; all above 0. */
    public static Spread of(List<Double> numbers) {
        double[] sorted =
                numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double median = median(sorted);
        double[] distances = Arrays.stream(sorted)
                .map(number -> Math.abs(Math.log(number / median)))
                .sorted()
                .toArray();
        return new Spread(
                sorted.length,
                median,
                sorted[0],
                sorted[sorted.length - 1],
                Math.max(LEAST_SCALE, AS_OF_A_NORMAL_SPREAD * median(distances)));
    }

    /** How many usual distances a number lies from the median, by ratio: half as much is as far as twice as much. */
    public double deviationOf(double number) {
        return Math.abs(Math.log(number / median)) / scale;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
