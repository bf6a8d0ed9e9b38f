/** Documents over HTTP: upload, stored text, original. */
@NullMarked
package io.recital.api.document;

import org.jspecify.annotations.NullMarked;
