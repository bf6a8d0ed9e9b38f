/** The days that should not be missed, as calendar programs read them (iCalendar, RFC 5545). */
@NullMarked
package io.recital.performance.calendar;

import org.jspecify.annotations.NullMarked;
