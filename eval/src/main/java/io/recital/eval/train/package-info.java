/** Training of the weights that ship with extraction. */
@NullMarked
package io.recital.eval.train;

import org.jspecify.annotations.NullMarked;
