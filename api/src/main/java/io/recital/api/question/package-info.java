/** Questions over HTTP. */
@NullMarked
package io.recital.api.question;

import org.jspecify.annotations.NullMarked;
