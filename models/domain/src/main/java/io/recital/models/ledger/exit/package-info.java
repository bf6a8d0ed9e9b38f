/** What it costs to end a contract before its term is over. */
@NullMarked
package io.recital.models.ledger.exit;

import org.jspecify.annotations.NullMarked;
