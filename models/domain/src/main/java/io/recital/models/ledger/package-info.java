/** What contracts and facts together come to in money: checks, and the entries they make. */
@NullMarked
package io.recital.models.ledger;

import org.jspecify.annotations.NullMarked;
