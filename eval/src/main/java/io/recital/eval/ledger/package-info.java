/** What is planted in a portfolio, held against what the ledger says of it. */
@NullMarked
package io.recital.eval.ledger;

import org.jspecify.annotations.NullMarked;
