/** Wording as rules read it: page furniture left out, every character traceable to the stored text. */
@NullMarked
package io.recital.extraction.rules.wording;

import org.jspecify.annotations.NullMarked;
