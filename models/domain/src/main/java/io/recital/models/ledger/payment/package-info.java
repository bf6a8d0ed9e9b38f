/** Was paid when it was due: terms, interest on late payment, discounts for early payment. */
@NullMarked
package io.recital.models.ledger.payment;

import org.jspecify.annotations.NullMarked;
