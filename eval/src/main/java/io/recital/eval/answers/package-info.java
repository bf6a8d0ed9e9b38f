/** Questions with the answers that are right, asked of the service's own parts and judged. */
@NullMarked
package io.recital.eval.answers;

import org.jspecify.annotations.NullMarked;
