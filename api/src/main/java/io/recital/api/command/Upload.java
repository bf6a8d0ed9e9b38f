package io.recital.api.command;

import java.nio.file.Path;

/**
 * A file to send.
 *
 * @param name under which it is kept
 */
record Upload(Path path, String name) {}
