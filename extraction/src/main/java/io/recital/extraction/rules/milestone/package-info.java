/** Rules that read deliverables with their due dates, payments and acceptance from prose and tables. */
@NullMarked
package io.recital.extraction.rules.milestone;

import org.jspecify.annotations.NullMarked;
