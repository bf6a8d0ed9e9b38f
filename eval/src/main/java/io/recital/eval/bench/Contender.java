package io.recital.eval.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One of the things compared, with the throughput it reached in each round. */
final class Contender {
    private final String name;
    private final Runnable work;
    private final List<Double> perSecond = new ArrayList<>();

    /** @param work encodes all texts once */
    Contender(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    String name() {
        return name;
    }

    void warmUp() {
        work.run();
    }

    void round(int texts) {
        long start = System.nanoTime();
        work.run();
        perSecond.add(texts / ((System.nanoTime() - start) / 1e9));
    }

    /** Passages per second, the median of all rounds. */
    double median() {
        return median(perSecond.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Its throughput divided by another's of the same round, the median of all rounds. */
    double ratioTo(Contender other) {
        double[] ratios = new double[perSecond.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = perSecond.get(i) / other.perSecond.get(i);
        }
        return median(ratios);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
