/** Answers a question with citations, or abstains. */
@NullMarked
package io.recital.retrieval.answer;

import org.jspecify.annotations.NullMarked;
