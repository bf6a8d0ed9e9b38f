/** Performance facts over HTTP: import, list, how feeds are read, and which vendors are counterparties. */
@NullMarked
package io.recital.api.fact;

import org.jspecify.annotations.NullMarked;
