/** Gain-share: what was saved or overspent against a baseline and is shared between the sides. */
@NullMarked
package io.recital.models.ledger.gain;

import org.jspecify.annotations.NullMarked;
