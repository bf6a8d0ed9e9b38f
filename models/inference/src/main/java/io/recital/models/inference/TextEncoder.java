package io.recital.models.inference;

import java.util.List;

/** Turns texts into vectors; what needs vectors asks for this, so that a cache can stand in between. */
public interface TextEncoder {
    /** The id to stamp on vectors: vectors of different ids cannot be compared. */
    String modelId();

    /** The vectors of the texts, each of length 1, in the texts' order. */
    List<float[]> encode(List<String> texts);
}
