/** Which checks and reports there are. It stands apart because it knows all of them, and they know the ledger. */
@NullMarked
package io.recital.models.ledger.catalogue;

import org.jspecify.annotations.NullMarked;
