/** Cuts a parsed document into clauses, definitions and passages. */
@NullMarked
package io.recital.ingestion.segment;

import org.jspecify.annotations.NullMarked;
