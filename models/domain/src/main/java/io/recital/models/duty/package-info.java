/** What people decide about the times at which duties fall due: who owns them, what shows that they were done, which are waived. */
@NullMarked
package io.recital.models.duty;

import org.jspecify.annotations.NullMarked;
