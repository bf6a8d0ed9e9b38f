/** Reads performance facts from the files that other systems export, row by row. */
@NullMarked
package io.recital.ingestion.facts;

import org.jspecify.annotations.NullMarked;
