/** The command line: each command is a client of the REST API. */
@NullMarked
package io.recital.api.command;

import org.jspecify.annotations.NullMarked;
