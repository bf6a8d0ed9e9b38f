/** Calendars over HTTP, by key and by secret address. */
@NullMarked
package io.recital.api.calendar;

import org.jspecify.annotations.NullMarked;
