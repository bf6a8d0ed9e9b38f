/** Governance over HTTP: records, weights of the scorecard, briefs, and what a counterparty may see itself. */
@NullMarked
package io.recital.api.governance;

import org.jspecify.annotations.NullMarked;
