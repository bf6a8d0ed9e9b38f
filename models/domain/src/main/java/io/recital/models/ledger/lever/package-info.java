/** Which lever speaks for an invoice or a day, and the words that stand around it. */
@NullMarked
package io.recital.models.ledger.lever;

import org.jspecify.annotations.NullMarked;
