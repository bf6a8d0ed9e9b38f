package io.recital.eval.retrieval;

import io.recital.eval.EvalException;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.ObjectMapper;

/** What search brought for each question, a JSON line each, in the order of the questions. */
final class RetrievalPredictions implements Closeable {
    private record Line(String query, List<RetrievedPassage> results) {}

    private final Path file;
    private final BufferedWriter out;
    private final ObjectMapper json = new ObjectMapper();

    RetrievalPredictions(Path file) {
        this.file = file;
        try {
            this.out = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    void add(Question question, List<RetrievedPassage> results) {
        try {
            out.write(json.writeValueAsString(new Line(question.query(), results)));
            out.write('\n');
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
