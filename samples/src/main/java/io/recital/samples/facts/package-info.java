/** Twelve months of what was delivered, measured, invoiced and paid, as tables whose sums are checked. */
@NullMarked
package io.recital.samples.facts;

import org.jspecify.annotations.NullMarked;
