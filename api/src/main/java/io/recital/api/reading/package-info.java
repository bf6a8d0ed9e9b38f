/** Readings of a document version over HTTP: what extractors found, version by version. */
@NullMarked
package io.recital.api.reading;

import org.jspecify.annotations.NullMarked;
