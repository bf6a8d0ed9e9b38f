/** What the description of the API shows beside the forms: examples of what is sent and of what is answered. */
@NullMarked
package io.recital.api.description;

import org.jspecify.annotations.NullMarked;
