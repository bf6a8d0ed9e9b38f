/** A clause's own words, laid out in statements for the rules: furniture and tables aside, list items under their stems. */
@NullMarked
package io.recital.extraction.rules.statement;

import org.jspecify.annotations.NullMarked;
