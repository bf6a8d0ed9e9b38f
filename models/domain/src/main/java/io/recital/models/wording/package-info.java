/** Numbers and days as contracts write them. */
@NullMarked
package io.recital.models.wording;

import org.jspecify.annotations.NullMarked;
