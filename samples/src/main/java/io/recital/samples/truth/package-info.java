/** What a perfect performance system would find, each amount derived from facts and quoted terms. */
@NullMarked
package io.recital.samples.truth;

import org.jspecify.annotations.NullMarked;
