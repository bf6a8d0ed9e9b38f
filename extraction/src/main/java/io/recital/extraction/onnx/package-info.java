/** Extraction by trained models that ONNX Runtime runs: CUAD's clause labels. */
@NullMarked
package io.recital.extraction.onnx;

import org.jspecify.annotations.NullMarked;
