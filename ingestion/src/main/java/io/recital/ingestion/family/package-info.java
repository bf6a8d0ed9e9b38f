/** Reads from the documents of one counterparty how they stand to each other. */
@NullMarked
package io.recital.ingestion.family;

import org.jspecify.annotations.NullMarked;
