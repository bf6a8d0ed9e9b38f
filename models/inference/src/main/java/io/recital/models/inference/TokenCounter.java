package io.recital.models.inference;

/** Counts tokens as the encoder does, so that segmentation can keep passages within what it reads. */
@FunctionalInterface
public interface TokenCounter {
    /** The number of tokens of the text, not truncated, without the two that every input is wrapped in. */
    int count(String text);
}
