/** The durable job that takes files in: kept, parsed, cut, embedded, read, whatever happens on the way. */
@NullMarked
package io.recital.ingestion.job;

import org.jspecify.annotations.NullMarked;
