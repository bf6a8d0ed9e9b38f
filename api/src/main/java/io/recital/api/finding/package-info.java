/** Findings over HTTP. */
@NullMarked
package io.recital.api.finding;

import org.jspecify.annotations.NullMarked;
