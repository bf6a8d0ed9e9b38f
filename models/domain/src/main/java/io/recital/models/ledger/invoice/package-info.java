/** Was the right price charged, once? Invoices held against the prices that the contracts state. */
@NullMarked
package io.recital.models.ledger.invoice;

import org.jspecify.annotations.NullMarked;
