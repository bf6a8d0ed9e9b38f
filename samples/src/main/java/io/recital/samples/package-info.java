/** The sample portfolio: contracts written for this project, and the command that builds them from text. */
@NullMarked
package io.recital.samples;

import org.jspecify.annotations.NullMarked;
