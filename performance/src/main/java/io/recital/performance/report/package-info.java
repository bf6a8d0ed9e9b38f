/** Writes reports in the formats that people and other systems read. */
@NullMarked
package io.recital.performance.report;

import org.jspecify.annotations.NullMarked;
