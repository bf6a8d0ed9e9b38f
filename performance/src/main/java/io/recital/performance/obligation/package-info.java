/** The times at which duties fall due, and what people do about them. */
@NullMarked
package io.recital.performance.obligation;

import org.jspecify.annotations.NullMarked;
