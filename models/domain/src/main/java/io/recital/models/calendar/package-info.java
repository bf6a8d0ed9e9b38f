/** Which days are business days, by place. */
@NullMarked
package io.recital.models.calendar;

import org.jspecify.annotations.NullMarked;
