package io.recital.eval.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.eval.EvalException;
import io.recital.models.evidence.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalPredictionsTest {
    private static final Question QUESTION =
            new Question("Who pays?", null, List.of(new Excerpt("txt/a.txt", new Span(0, 3))));

    @Test
    void writesALinePerQuestion(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("predictions.jsonl");
        try (RetrievalPredictions predictions = new RetrievalPredictions(file)) {
            predictions.add(QUESTION, List.of(new RetrievedPassage("txt/a.txt", 4, 9, 0.5)));
            predictions.add(QUESTION, List.of());
        }

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"query\":\"Who pays?\",\"results\":[{\"file_path\":\"txt/a.txt\",\"start\":4,\"end\":9,\"score\":0.5}]}",
                        "{\"query\":\"Who pays?\",\"results\":[]}");
    }

    @Test
    void asksForAnotherFileWhereItCannotWrite(@TempDir Path folder) {
        assertThatThrownBy(() -> new RetrievalPredictions(folder.resolve("absent/predictions.jsonl")))
                .isInstanceOf(EvalException.class)
                .hasMessageContaining("give another --predictions");
    }
}
