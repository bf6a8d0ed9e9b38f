package io.recital.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandErrorsTest {
    @TempDir
    Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void aFolderWithoutQuestionsIsNamedInOneSentence() {
        refuses("holds no labelled questions: give a folder", "eval", "retrieval", "--data", folder.toString());
    }

    @Test
    void anUnknownFilterOrSampleIsRefusedBeforeAnythingIsRead() {
        refuses("There is no filter page", "eval", "retrieval", "--data", "x", "--filter", "page");
        refuses("at least one question", "eval", "retrieval", "--data", "x", "--sample", "0");
        refuses("Give all or referenced", "eval", "retrieval", "--data", "x", "--documents", "some");
    }

    @Test
    void anUnknownSplitIsAnsweredWithTheKnownOnes() throws IOException {
        Files.createDirectories(folder.resolve("qrels"));
        Files.writeString(folder.resolve("qrels/valid.tsv"), "query-id\tcorpus-id\tscore\n");
        Files.writeString(folder.resolve("corpus.jsonl"), "");
        Files.writeString(folder.resolve("queries.jsonl"), "");

        refuses(
                "There is no split test; give valid or all as --split",
                "eval",
                "ranking",
                "--data",
                folder.toString(),
                "--split",
                "test");
        refuses("rates nothing", "eval", "ranking", "--data", folder.toString(), "--split", "valid");
    }

    @Test
    void aWrongOptionIsAnsweredInOneSentenceThatNamesTheHelp() {
        refuses("“many” is not a whole number (see: recital bench --help)", "bench", "--counterparties", "many");
        refuses("Missing required option: '--data=DIR' (see: recital eval ledger --help)", "eval", "ledger");
        refuses("but was 'guessed' (see: recital eval ledger --help)", "eval", "ledger", "--findings", "guessed");
    }

    private void refuses(String words, String... arguments) {
        errors.getBuffer().setLength(0);
        CommandLine commandLine = RecitalEval.commandLine().setErr(new PrintWriter(errors, true));

        int status = commandLine.execute(arguments);

        assertThat(status).isNotZero();
        assertThat(errors.toString().strip()).contains(words).doesNotContain("\n");
    }
}
