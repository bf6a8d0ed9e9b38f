/** Clause labels measured against CUAD's spans. */
@NullMarked
package io.recital.eval.clauses;

import org.jspecify.annotations.NullMarked;
