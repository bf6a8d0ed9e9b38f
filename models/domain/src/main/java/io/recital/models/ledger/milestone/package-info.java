/** Milestones held against what was delivered, accepted and invoiced: delay, early billing, retention. */
@NullMarked
package io.recital.models.ledger.milestone;

import org.jspecify.annotations.NullMarked;
