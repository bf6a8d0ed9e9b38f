/** Letters that ask a counterparty for what it owes, with the words of the contract and the figures that show it. */
@NullMarked
package io.recital.performance.claim;

import org.jspecify.annotations.NullMarked;
