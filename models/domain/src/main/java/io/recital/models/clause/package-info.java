/** The parts of a document: blocks, tables, clauses, definitions, passages. */
@NullMarked
package io.recital.models.clause;

import org.jspecify.annotations.NullMarked;
