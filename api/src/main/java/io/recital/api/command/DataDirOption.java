package io.recital.api.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the service keeps everything. */
final class DataDirOption {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where everything is kept (default: $RECITAL_DATA_DIR or ~/.recital).")
    private @Nullable Path dataDir;

    Path path() {
        if (dataDir != null) {
            return dataDir.toAbsolutePath().normalize();
        }
        String environment = System.getenv("RECITAL_DATA_DIR");
        return (environment == null || environment.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".recital")
                        : Path.of(environment))
                .toAbsolutePath()
                .normalize();
    }

    /** The given directory, or one beside the user's own contracts. */
    Path pathOr(String subdirectory) {
        return dataDir != null ? path() : path().resolve(subdirectory);
    }
}
