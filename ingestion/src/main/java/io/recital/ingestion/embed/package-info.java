/** Turns passages into vectors, each text once. */
@NullMarked
package io.recital.ingestion.embed;

import org.jspecify.annotations.NullMarked;
