/** Checks of single clauses that a person states or a language model proposes, computed like those of the house. */
@NullMarked
package io.recital.models.ledger.stated;

import org.jspecify.annotations.NullMarked;
