package io.recital.eval.clauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.eval.EvalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CuadFolderTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeContract() throws IOException {
        Files.createDirectories(folder.resolve("txt"));
        Files.writeString(folder.resolve("txt/a.txt"), "💶 Fees are fixed.\r\nThey are due.");
    }

    private void writeSpan(String json) throws IOException {
        Files.writeString(folder.resolve("spans.jsonl"), json + "\n");
    }

    @Test
    void countsCodePointsAndKeepsLineEnds() throws IOException {
        writeSpan("{\"file\":\"a.txt\",\"label\":\"L\",\"start\":18,\"end\":23,\"text\":\"\\nThey\"}");
        assertThat(CuadFolder.read(folder).spans()).containsExactly(new GoldSpan("a.txt", "L", 18, 23, "\nThey"));
    }

    @Test
    void refusesASpanThatDoesNotQuoteItsFile() throws IOException {
        writeSpan("{\"file\":\"a.txt\",\"label\":\"L\",\"start\":2,\"end\":6,\"text\":\"Fee!\"}");
        assertThatThrownBy(() -> CuadFolder.read(folder))
                .isInstanceOf(EvalException.class)
                .hasMessageContaining("line 1 does not quote its file");
    }

    @Test
    void namesTheLayoutThatIsMissing() {
        assertThatThrownBy(() -> CuadFolder.read(folder.resolve("nowhere")))
                .hasMessageContaining("txt/ and spans.jsonl");
    }
}
