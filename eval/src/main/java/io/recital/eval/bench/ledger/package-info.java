/** The ledger of a tenant with very many facts, generated for it. */
@NullMarked
package io.recital.eval.bench.ledger;

import org.jspecify.annotations.NullMarked;
