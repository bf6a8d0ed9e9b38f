/** How well search finds the passages that answer, on questions whose answers people have marked. */
@NullMarked
package io.recital.eval.retrieval;

import org.jspecify.annotations.NullMarked;
