package io.recital.eval.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.eval.EvalException;
import io.recital.models.inference.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingCacheTest {
    @TempDir
    Path folder;

    @Test
    void remembersVectorsByTextFromRunToRun() throws IOException {
        try (EmbeddingCache cache = EmbeddingCache.open(folder, "model")) {
            cache.put(List.of("Fees", "Term"), List.of(vector(0.25f), vector(-1f)));
        }

        try (EmbeddingCache cache = EmbeddingCache.open(folder, "model")) {
            cache.put(List.of("Law"), List.of(vector(3f)));
            assertThat(cache.find("Term")).contains(vector(-1f));
            assertThat(cache.find("term")).isEmpty();
        }

        try (EmbeddingCache cache = EmbeddingCache.open(folder, "model")) {
            assertThat(cache.size()).isEqualTo(3);
            assertThat(cache.find("Law")).contains(vector(3f));
        }
    }

    @Test
    void dropsARecordThatAKillCutShort() throws IOException {
        try (EmbeddingCache cache = EmbeddingCache.open(folder, "model")) {
            cache.put(List.of("Fees"), List.of(vector(0.5f)));
        }
        Files.write(folder.resolve("model.vectors"), new byte[700], StandardOpenOption.APPEND);

        try (EmbeddingCache cache = EmbeddingCache.open(folder, "model")) {
            assertThat(cache.size()).isEqualTo(1);
            cache.put(List.of("Term"), List.of(vector(2f)));
        }
        try (EmbeddingCache cache = EmbeddingCache.open(folder, "model")) {
            assertThat(cache.find("Fees")).contains(vector(0.5f));
            assertThat(cache.find("Term")).contains(vector(2f));
        }
    }

    @Test
    void isWrittenByOneAtATime() throws IOException {
        try (EmbeddingCache cache = EmbeddingCache.open(folder, "model")) {
            cache.put(List.of("Fees"), List.of(vector(0.5f)));

            assertThatThrownBy(() -> EmbeddingCache.open(folder, "model"))
                    .isInstanceOf(EvalException.class)
                    .hasMessageContaining("give another --cache");
        }
    }

    private static float[] vector(float value) {
        float[] vector = new float[Encoder.DIMENSION];
        Arrays.fill(vector, value);
        return vector;
    }
}
