package io.recital.eval.clauses;

import java.util.List;

/** How predictions are held against labelled spans. */
public interface Matching {
    /** Its name in reports. */
    String name();

    /**
     * What each prediction did.
     *
     * @param predictions of one file and label, highest score first
     * @param gold the labelled spans of the same file and label
     */
    List<Outcome> outcomes(List<PredictedSpan> predictions, List<GoldSpan> gold);
}
