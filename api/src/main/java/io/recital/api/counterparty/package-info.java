/** Counterparties and their scorecards over HTTP. */
@NullMarked
package io.recital.api.counterparty;

import org.jspecify.annotations.NullMarked;
