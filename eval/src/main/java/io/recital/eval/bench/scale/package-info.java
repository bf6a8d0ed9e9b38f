/** Search among very many passages: generated around real ones, in a database of their own. */
@NullMarked
package io.recital.eval.bench.scale;

import org.jspecify.annotations.NullMarked;
