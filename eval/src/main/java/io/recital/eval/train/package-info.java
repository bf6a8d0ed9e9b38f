/** Training of the weights that ship. */
@NullMarked
package io.recital.eval.train;

import org.jspecify.annotations.NullMarked;
