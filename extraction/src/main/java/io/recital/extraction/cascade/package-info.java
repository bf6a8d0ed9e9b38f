/** Decides which extractor is asked when, and turns what they say into findings. */
@NullMarked
package io.recital.extraction.cascade;

import org.jspecify.annotations.NullMarked;
