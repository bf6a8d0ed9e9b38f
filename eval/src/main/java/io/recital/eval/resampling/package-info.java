/** How far a mean may be trusted. */
@NullMarked
package io.recital.eval.resampling;

import org.jspecify.annotations.NullMarked;
