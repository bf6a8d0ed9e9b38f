/** Where a quote of a source stands in the text that the product stores. */
@NullMarked
package io.recital.samples.evidence;

import org.jspecify.annotations.NullMarked;
