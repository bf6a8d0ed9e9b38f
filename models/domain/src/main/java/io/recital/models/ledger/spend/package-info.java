/** What is owed for what was bought or sold in a year: rebates, volume discounts, minimum commitments, royalties. */
@NullMarked
package io.recital.models.ledger.spend;

import org.jspecify.annotations.NullMarked;
