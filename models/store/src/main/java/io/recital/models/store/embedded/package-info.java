/** The PostgreSQL server that the service starts by itself and keeps in its data directory. */
@NullMarked
package io.recital.models.store.embedded;

import org.jspecify.annotations.NullMarked;
