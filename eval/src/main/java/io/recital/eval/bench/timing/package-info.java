/** What is measured of time and memory, here and in the database's processes. */
@NullMarked
package io.recital.eval.bench.timing;

import org.jspecify.annotations.NullMarked;
