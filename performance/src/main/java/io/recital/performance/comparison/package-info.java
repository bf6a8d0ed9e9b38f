/** Contracts held against the tenant's others. */
@NullMarked
package io.recital.performance.comparison;

import org.jspecify.annotations.NullMarked;
