/** What can go wrong in the store, apart from the rest so that every package of the store may say it. */
@NullMarked
package io.recital.models.store.error;

import org.jspecify.annotations.NullMarked;
