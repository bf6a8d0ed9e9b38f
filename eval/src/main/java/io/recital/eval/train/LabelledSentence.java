package io.recital.eval.train;

/**
 * What a sentence teaches, as bit sets of labels.
 *
 * @param bears labels that it bears
 * @param unclear labels that it bears in part only: nothing is learned about those
 * @param continues labels that it bears as the continuation of a span that the sentence before bears too
 */
record LabelledSentence(long bears, long unclear, long continues) {
    boolean bears(int label) {
        return ((bears >>> label) & 1) == 1;
    }

    boolean isUnclear(int label) {
        return ((unclear >>> label) & 1) == 1;
    }

    boolean continues(int label) {
        return ((continues >>> label) & 1) == 1;
    }
}
