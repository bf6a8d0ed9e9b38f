/** Checks an answer against the stored documents, with nothing of the code that made it. */
@NullMarked
package io.recital.api.verify;

import org.jspecify.annotations.NullMarked;
