/** How contracts stand to each other, and which text holds on a day. */
@NullMarked
package io.recital.api.family;

import org.jspecify.annotations.NullMarked;
