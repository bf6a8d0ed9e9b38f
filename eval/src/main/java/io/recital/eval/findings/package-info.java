/** How well the typed records that are extracted agree with those that people wrote down. */
@NullMarked
package io.recital.eval.findings;

import org.jspecify.annotations.NullMarked;
