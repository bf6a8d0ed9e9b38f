/** Extraction by a language model behind any OpenAI-compatible endpoint; off unless configured. */
@NullMarked
package io.recital.extraction.llm;

import org.jspecify.annotations.NullMarked;
