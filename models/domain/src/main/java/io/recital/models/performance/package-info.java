/** What became of the promises: scorecards. */
@NullMarked
package io.recital.models.performance;

import org.jspecify.annotations.NullMarked;
