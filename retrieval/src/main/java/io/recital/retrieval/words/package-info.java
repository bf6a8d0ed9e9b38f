/** The words of questions and contracts: stems, meanings, slips of the pen, days, and the forms that answers have. */
@NullMarked
package io.recital.retrieval.words;

import org.jspecify.annotations.NullMarked;
