/** How well a counterparty performs, in one figure that opens into what it was made from. */
@NullMarked
package io.recital.models.ledger.score;

import org.jspecify.annotations.NullMarked;
