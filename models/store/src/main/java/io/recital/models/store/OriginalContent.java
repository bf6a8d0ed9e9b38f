package io.recital.models.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a received file, which can be read more than once: to hash them and to keep them. */
@FunctionalInterface
public interface OriginalContent {
    InputStream open() throws IOException;

    static OriginalContent of(Path path) {
        return () -> Files.newInputStream(path);
    }

    static OriginalContent of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }
}
