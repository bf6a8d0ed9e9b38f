package io.recital.extraction.onnx;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Span;

/** A label that the model gives to a sentence, with its probability. */
public record LabelledSpan(String label, Span span, double score) {
    public LabelledSpan {
        requireNonNull(label, "label");
        requireNonNull(span, "span");
    }
}
