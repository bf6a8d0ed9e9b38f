/** From contract wording to typed values with their exact positions. */
@NullMarked
package io.recital.extraction.rules.value;

import org.jspecify.annotations.NullMarked;
