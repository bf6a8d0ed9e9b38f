/** Understands a question: what it asks for, and whose contracts it is about. */
@NullMarked
package io.recital.retrieval.plan;

import org.jspecify.annotations.NullMarked;
