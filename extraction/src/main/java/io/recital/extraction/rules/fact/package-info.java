/** Facts about a contract as a whole: title, parties, dates, term, renewal, governing law, value. */
@NullMarked
package io.recital.extraction.rules.fact;

import org.jspecify.annotations.NullMarked;
