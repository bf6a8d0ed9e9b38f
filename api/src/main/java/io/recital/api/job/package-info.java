/** Jobs over HTTP and their durable execution. */
@NullMarked
package io.recital.api.job;

import org.jspecify.annotations.NullMarked;
