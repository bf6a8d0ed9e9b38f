/** How far an organisation has come with managing what its contracts promise. */
@NullMarked
package io.recital.models.maturity;

import org.jspecify.annotations.NullMarked;
