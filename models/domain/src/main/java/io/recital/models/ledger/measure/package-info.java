/** Holds performance measures against what was measured: what was met, what a miss is worth, and until when it can be claimed. */
@NullMarked
package io.recital.models.ledger.measure;

import org.jspecify.annotations.NullMarked;
