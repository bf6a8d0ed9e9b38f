/** The command that builds the portfolio and refuses what does not hold. */
@NullMarked
package io.recital.samples.build;

import org.jspecify.annotations.NullMarked;
