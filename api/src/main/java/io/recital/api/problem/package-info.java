/** Errors as problem details (RFC 9457) that say what to do next. */
@NullMarked
package io.recital.api.problem;

import org.jspecify.annotations.NullMarked;
