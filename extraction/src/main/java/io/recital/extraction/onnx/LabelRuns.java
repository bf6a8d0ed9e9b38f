package io.recital.extraction.onnx;

import java.util.ArrayList;
import java.util.List;

/** Where one label stands in a document's sentences: a clause may run over several of them. */
final class LabelRuns {
    /** A sentence below this is not taken into a run. */
    private static final double LEAST = 0.1;
    /** How probable it must be that the label goes on from the sentence before. */
    private static final double GOES_ON = 0.5;

    /**
     * Sentences in a row, the first to the last, both included.
     *
     * @param score the highest of its sentences'
     */
    record Run(int first, int last, double score) {}

    private final List<float[]> scores;
    private final int label;
    private final int labels;

    /** @param scores per sentence first each label's own, then each label's going on */
    LabelRuns(List<float[]> scores, int label, int labels) {
        this.scores = scores;
        this.label = label;
        this.labels = labels;
    }

    /** The runs whose score is at least the floor, in text order. */
    List<Run> atLeast(double floor) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            int last = i;
            double score = own(i);
            while (last + 1 < scores.size() && goesOn(last + 1)) {
                last++;
                score = Math.max(score, own(last));
            }
            if (score >= floor) {
                runs.add(new Run(i, last, score));
            }
            i = last;
        }
        return runs;
    }

    private double own(int sentence) {
        return scores.get(sentence)[label];
    }

    private boolean goesOn(int sentence) {
        return own(sentence) >= LEAST && own(sentence - 1) >= LEAST && scores.get(sentence)[labels + label] >= GOES_ON;
    }
}
