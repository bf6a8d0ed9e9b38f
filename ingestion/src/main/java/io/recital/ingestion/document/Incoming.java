package io.recital.ingestion.document;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One file on its way in, or the reason why it does not come in. */
public sealed interface Incoming {
    /** Its name, with folders where it was in some. */
    String name();

    /** Name of the archive or mail that it came in; null when it came alone. */
    @Nullable
    String container();

    /**
     * A file to parse.
     *
     * @param path where its bytes are; for a file out of an archive or mail only until the receiver returns
     */
    record File(String name, @Nullable String container, Path path) implements Incoming {
        public File {
            requireNonNull(name, "name");
            requireNonNull(path, "path");
        }
    }

    /** A file that is not handed on, with the reason in one sentence. */
    record Refused(String name, @Nullable String container, RefusalCategory category, String reason)
            implements Incoming {
        public Refused {
            requireNonNull(name, "name");
            requireNonNull(category, "category");
            requireNonNull(reason, "reason");
        }
    }
}
