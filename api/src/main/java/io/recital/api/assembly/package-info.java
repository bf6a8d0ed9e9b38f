/** The composition root: puts the parts of the service together. */
@NullMarked
package io.recital.api.assembly;

import org.jspecify.annotations.NullMarked;
