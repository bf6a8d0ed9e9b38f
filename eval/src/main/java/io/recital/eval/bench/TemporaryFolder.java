package io.recital.eval.bench;

import io.recital.eval.EvalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Clears away what a measurement needed on disk. */
final class TemporaryFolder {
    private TemporaryFolder() {}

    static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new EvalException("The temporary folder " + folder + " cannot be deleted: delete it by hand", e);
        }
    }
}
