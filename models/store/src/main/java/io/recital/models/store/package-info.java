/** How contracts are kept: the database, the tenants in it and what reads and writes its tables. */
@NullMarked
package io.recital.models.store;

import org.jspecify.annotations.NullMarked;
