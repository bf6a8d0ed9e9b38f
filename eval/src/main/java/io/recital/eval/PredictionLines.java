package io.recital.eval;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was predicted to the file that {@code --predictions} names, a JSON line each. */
public final class PredictionLines implements Closeable {
    private final Path file;
    private final BufferedWriter out;
    private final JsonMapper json;

    /** Begins the file anew. */
    public PredictionLines(Path file, JsonMapper json) {
        this.file = file;
        this.json = json;
        try {
            this.out = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Adds a line, for a reader to see at once. */
    public void add(Object line) {
        try {
            out.write(json.writeValueAsString(line));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private EvalException unwritable(IOException e) {
        return new EvalException("Cannot write the predictions to " + file + "; give another --predictions", e);
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }
}
