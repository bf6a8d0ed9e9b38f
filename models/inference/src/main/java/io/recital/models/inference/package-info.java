/** What reads contracts: the encoder, ONNX sessions, tokenisation and batching. */
@NullMarked
package io.recital.models.inference;

import org.jspecify.annotations.NullMarked;
