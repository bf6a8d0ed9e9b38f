/** What a delivery that came late gives: damages by the day or week of its delay. */
@NullMarked
package io.recital.models.ledger.delivery;

import org.jspecify.annotations.NullMarked;
