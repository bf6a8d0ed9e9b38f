package io.recital.ingestion.document;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A file to read.
 *
 * @param path where its bytes are
 * @param name its original name, which may differ from the path's
 * @param mediaType as detected
 */
record SourceFile(Path path, String name, String mediaType) {
    /** The name's ending in lower case without the dot; empty when it has none. */
    static String extensionOf(String name) {
        int dot = name.lastIndexOf('.');
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        return dot <= slash + 1 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }
}
