/** The command line that measures Recital against labelled contracts and peers. */
@NullMarked
package io.recital.eval;

import org.jspecify.annotations.NullMarked;
