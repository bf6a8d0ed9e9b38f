package io.recital.eval.bench.pipeline;

import io.recital.eval.EvalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A plain-text contract. */
record TextFile(Path path, String text) {
    static TextFile read(Path path) {
        try {
            return new TextFile(path, Files.readString(path));
        } catch (IOException e) {
            throw new EvalException("Cannot read " + path + " as UTF-8 text", e);
        }
    }

    /** Writes it into a folder under a name. */
    static TextFile write(Path folder, String name, String text) {
        try {
            Files.createDirectories(folder);
            return new TextFile(Files.writeString(folder.resolve(name), text), text);
        } catch (IOException e) {
            throw new EvalException("Cannot write to " + folder, e);
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    static long characters(List<TextFile> files) {
        return files.stream()
                .mapToLong(file -> file.text().codePointCount(0, file.text().length()))
                .sum();
    }
}
