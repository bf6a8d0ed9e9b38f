/** How well clauses are ranked for a query, on clauses that lawyers have rated. */
@NullMarked
package io.recital.eval.ranking;

import org.jspecify.annotations.NullMarked;
