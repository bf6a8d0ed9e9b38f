/** Where a statement stands in a text: spans, quotes, citations. */
@NullMarked
package io.recital.models.evidence;

import org.jspecify.annotations.NullMarked;
