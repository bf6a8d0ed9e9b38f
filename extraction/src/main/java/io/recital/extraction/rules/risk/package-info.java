/** Risk terms that no trained label names. */
@NullMarked
package io.recital.extraction.rules.risk;

import org.jspecify.annotations.NullMarked;
