/** What formulas know beyond the library's own sums. */
@NullMarked
package io.recital.models.evidence.formula;

import org.jspecify.annotations.NullMarked;
