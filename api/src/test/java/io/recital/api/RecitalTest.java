package io.recital.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RecitalTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = Recital.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "serve", "ingest", "ask", "compare", "reread", "text"})
    void helpsWithEveryCommand(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("recital " + command).contains("--data-dir");
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "list", "vendors"})
    void helpsWithEveryCommandAboutFacts(String command) {
        assertThat(run("facts", command, "--help")).isZero();
        assertThat(out.toString()).contains("recital facts " + command).contains("--data-dir");
    }

    @Test
    void saysInOneSentenceWhatToDoAboutAWrongFlag() {
        assertThat(run("ask", "--nonsense", "Why?")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("--nonsense", "recital ask --help");
    }

    @Test
    void saysThatAFileIsNotThereBeforeItStartsAnything(@TempDir Path folder) {
        assertThat(run("ingest", folder.resolve("none.pdf").toString(), "--data-dir", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("There is no file or folder");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysThatADataDirectoryCannotBeMade(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThat(run("ask", "Why?", "--data-dir", file.resolve("data").toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("--data-dir");
    }

    @Test
    void asksWhatToReadAgain() {
        assertThat(run("reread")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("--all", "recital reread --help");
        assertThat(run("reread", "00000000-0000-0000-0000-000000000000", "--all"))
                .isEqualTo(2);
    }

    @Test
    void asksForACommand() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("recital demo");
    }
}
