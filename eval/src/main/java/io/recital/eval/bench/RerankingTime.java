package io.recital.eval.bench;

import io.recital.models.inference.QuestionProjection;
import io.recital.models.inference.Reranker;
import io.recital.models.inference.TextEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** How long it takes to put fifty passages in a better order, all but the question's own vector. */
final class RerankingTime {
    private static final int CANDIDATES = 50;
    private static final int TIMES = 201;
    private static final int WARM_UP = 50;
    private static final double NANOS_OF_A_MILLI = 1e6;

    private final float[] question;
    private final List<float[]> passages;

    /** @param texts to take the fifty from, over again where there are fewer */
    RerankingTime(TextEncoder encoder, List<String> texts) {
        List<String> fifty = Stream.generate(() -> texts)
                .flatMap(List::stream)
                .limit(CANDIDATES)
                .toList();
        this.question =
                encoder.encode(List.of("Who bears the cost of a recall?")).get(0);
        this.passages = encoder.encode(fifty);
    }

    double medianMillis() {
        try (QuestionProjection projection = QuestionProjection.shipped()) {
            for (int i = 0; i < WARM_UP; i++) {
                rerank(projection);
            }
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                long start = System.nanoTime();
                rerank(projection);
                times.add(System.nanoTime() - start);
            }
            Collections.sort(times);
            return times.get(TIMES / 2) / NANOS_OF_A_MILLI;
        }
    }

    private List<Double> rerank(QuestionProjection projection) {
        float[] projected = projection.project(question);
        List<Double> similarities =
                passages.stream().map(passage -> dot(projected, passage)).toList();
        return Reranker.scores(similarities, Collections.nCopies(CANDIDATES, 0.5), passages);
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
