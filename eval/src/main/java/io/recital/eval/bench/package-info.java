/** Throughput beside peers, in the same run. */
@NullMarked
package io.recital.eval.bench;

import org.jspecify.annotations.NullMarked;
