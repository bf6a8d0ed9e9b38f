package io.recital.models.ledger.invoice;

import io.recital.models.fact.IndexValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * By how much a price changes, and the index values from which that follows.
 *
 * @param before null, and {@code after} too, for a percentage that follows from no index
 */
record Change(
        BigDecimal percent,
        @Nullable IndexValue before,
        @Nullable IndexValue after) {}
