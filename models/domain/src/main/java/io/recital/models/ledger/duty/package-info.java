/** Duties held against events: what was due when, what shows that it was done, what was late or never came. */
@NullMarked
package io.recital.models.ledger.duty;

import org.jspecify.annotations.NullMarked;
