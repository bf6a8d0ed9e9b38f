/** Renewal briefs: gathered from the store, and set as text or as a Word document. */
@NullMarked
package io.recital.performance.brief;

import org.jspecify.annotations.NullMarked;
