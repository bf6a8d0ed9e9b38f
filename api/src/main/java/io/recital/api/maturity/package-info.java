/** The questions of the maturity assessment that no data answer. */
@NullMarked
package io.recital.api.maturity;

import org.jspecify.annotations.NullMarked;
