/** Contracts over HTTP. */
@NullMarked
package io.recital.api.contract;

import org.jspecify.annotations.NullMarked;
