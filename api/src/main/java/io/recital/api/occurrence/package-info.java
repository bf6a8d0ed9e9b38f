/** Occurrences of duties over HTTP: what falls due, who owns it, what was done about it. */
@NullMarked
package io.recital.api.occurrence;

import org.jspecify.annotations.NullMarked;
