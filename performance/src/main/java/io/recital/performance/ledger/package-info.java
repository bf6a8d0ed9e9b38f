/** What contracts and facts come to in money: computed when something changed, and kept as it was said. */
@NullMarked
package io.recital.performance.ledger;

import org.jspecify.annotations.NullMarked;
