package io.recital.extraction.onnx;

import io.recital.models.finding.ClauseScore;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What search keeps of the classifier's judgement: of each label the best runs of a document. */
final class ScoredRuns {
    /** Runs below this are not kept. */
    static final double FLOOR = 0.01;
    /** Most runs that are kept of a label. */
    private static final int MOST = 16;

    private ScoredRuns() {}

    /** The best of each label, best first. */
    static List<ClauseScore> of(List<LabelledSpan> spans) {
        return spans.stream()
                .filter(span -> span.networkScore() >= FLOOR)
                .collect(Collectors.groupingBy(LabelledSpan::label))
                .values()
                .stream()
                .flatMap(ofLabel -> ofLabel.stream()
                        .sorted(Comparator.comparingDouble(LabelledSpan::networkScore)
                                .reversed())
                        .limit(MOST))
                .map(span -> new ClauseScore(span.label(), span.span(), span.networkScore()))
                .toList();
    }
}
