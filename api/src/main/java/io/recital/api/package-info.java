/** The service: command line, HTTP and composition root. */
@NullMarked
package io.recital.api;

import org.jspecify.annotations.NullMarked;
