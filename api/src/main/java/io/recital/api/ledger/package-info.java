/** The ledger over HTTP: what contracts and facts come to in money, what was said before, and letters that claim it. */
@NullMarked
package io.recital.api.ledger;

import org.jspecify.annotations.NullMarked;
