/** What would be if something were otherwise, over HTTP. */
@NullMarked
package io.recital.api.whatif;

import org.jspecify.annotations.NullMarked;
