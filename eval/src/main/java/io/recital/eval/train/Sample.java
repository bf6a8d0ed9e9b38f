package io.recital.eval.train;

import io.recital.extraction.onnx.SentenceInput;

/**
 * A sentence to learn from.
 *
 * @param labels bit set of the labels that it bears
 * @param unclear bit set of the labels that it bears in part only: nothing is learned about those
 */
record Sample(SentenceInput input, long labels, long unclear) {
    boolean bears(int label) {
        return ((labels >>> label) & 1) == 1;
    }

    boolean isUnclear(int label) {
        return ((unclear >>> label) & 1) == 1;
    }
}
