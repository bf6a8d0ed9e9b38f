/** Reports over HTTP. */
@NullMarked
package io.recital.api.report;

import org.jspecify.annotations.NullMarked;
