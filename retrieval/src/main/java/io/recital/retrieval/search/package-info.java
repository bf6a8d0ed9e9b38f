/** Finds the passages that may answer a question, and the contracts and companies that it names. */
@NullMarked
package io.recital.retrieval.search;

import org.jspecify.annotations.NullMarked;
