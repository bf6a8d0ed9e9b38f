package io.recital.eval.retrieval;

import io.recital.eval.PredictionLines;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What search brought for each question, a JSON line each, in the order of the questions. */
final class RetrievalPredictions implements Closeable {
    private record Line(String query, List<RetrievedPassage> results) {}

    private final PredictionLines lines;

    RetrievalPredictions(Path file) {
        this.lines = new PredictionLines(file, JsonMapper.shared());
    }

    void add(Question question, List<RetrievedPassage> results) {
        lines.add(new Line(question.query(), results));
    }

    @Override
    public void close() {
        lines.close();
    }
}
