/** First scorecards of counterparties: what their contracts promise, and when it is due. */
@NullMarked
package io.recital.performance.scorecard;

import org.jspecify.annotations.NullMarked;
