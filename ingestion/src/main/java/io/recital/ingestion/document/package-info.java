/** Files in, parsed documents out: detection, formats, tables, pages, and the child processes that do the parsing. */
@NullMarked
package io.recital.ingestion.document;

import org.jspecify.annotations.NullMarked;
