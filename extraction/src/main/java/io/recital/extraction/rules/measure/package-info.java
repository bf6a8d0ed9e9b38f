/** Rules that read service levels and KPIs from prose and tables. */
@NullMarked
package io.recital.extraction.rules.measure;

import org.jspecify.annotations.NullMarked;
