package io.recital.extraction.onnx;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Span;

/**
 * A label that sentences bear.
 *
 * @param score how probable it is, calibrated
 * @param networkScore what the network alone says; search weighs that
 */
public record LabelledSpan(String label, Span span, double score, double networkScore) {
    public LabelledSpan {
        requireNonNull(label, "label");
        requireNonNull(span, "span");
    }
}
