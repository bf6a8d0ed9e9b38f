package io.recital.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asking, keeping the answer in a file and checking it, as a person does on the command line. */
class VerifyCommandTest {
    private static final String HIRE = """
            CRANE HIRE AGREEMENT

            This agreement is made between Aldersey Steel Limited ("Hirer") and Tamblin Cranes Limited ("Owner").

            1. Payment. The Hirer shall pay each invoice within 28 days of receipt.

            2. Governing law. This agreement is governed by the laws of England and Wales.
            """;
    private static final String QUESTION = "Within how many days must we pay Tamblin Cranes?";

    @TempDir
    static Path folder;

    @BeforeAll
    static void ingest() {
        SharedService.newTenant(folder.resolve("data"))
                .ingest(Map.of("hire.txt", HIRE.getBytes(StandardCharsets.UTF_8)), Map.of());
    }

    private record Outcome(int status, String out, String errors) {}

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        CommandLine line =
                Recital.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(errors, true));
        int status = line.execute(arguments);
        return new Outcome(status, out.toString(), errors.toString());
    }

    private static Outcome verify(String content, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("answer.json"), content);
        String[] arguments = new String[options.length + 4];
        arguments[0] = "verify";
        arguments[1] = file.toString();
        arguments[2] = "--data-dir";
        arguments[3] = folder.resolve("data").toString();
        System.arraycopy(options, 0, arguments, 4, options.length);
        return run(arguments);
    }

    private static ObjectNode ask() {
        Outcome asked = run(
                "ask", QUESTION, "--json", "--data-dir", folder.resolve("data").toString());
        return (ObjectNode) JsonMapper.shared().readTree(asked.out());
    }

    @Test
    void whatWasAskedVerifies() throws IOException {
        ObjectNode answer = ask();

        assertThat(answer.path("answer").asString()).contains("28 days");
        assertThat(verify(answer.toPrettyString())).satisfies(outcome -> {
            assertThat(outcome.errors()).isEmpty();
            assertThat(outcome.status()).isZero();
            assertThat(outcome.out()).startsWith("Verified: 1 sentences, 1 quotes");
        });
        assertThat(verify(answer.toString(), "--json").out()).contains("\"verified\":true");
    }

    @Test
    void oneChangedCharacterIsNamedWithItsPlace() throws IOException {
        ObjectNode answer = ask();
        ObjectNode citation = (ObjectNode) answer.path("citations").get(0);
        citation.put("quote", citation.path("quote").asString().replace("28", "29"));

        Outcome outcome = verify(answer.toString());

        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.errors())
                .startsWith(
                        "recital: This is not an answer as it was given: citations[0]: its quote is not what stands at")
                .contains("sha256: it is not that of the answer.");
        assertThat(verify(answer.toString(), "--json").out()).contains("\"verified\":false");
    }

    @Test
    void whatIsNoAnswerIsRefused() throws IOException {
        assertThat(verify("{\"answer\":").errors()).contains("is not JSON");
        assertThat(verify("{\"answer\":\"28 days\"}").errors()).contains("holds no answer");
        assertThat(verify(ask() + " {}").errors()).contains("is not JSON");
        assertThat(run("verify", folder.resolve("absent.json").toString()).errors())
                .contains("cannot be read");
    }

    @Test
    void anAnswerForPeopleNumbersItsCitationsAndExplainsItsPlan() {
        Outcome asked = run(
                "ask",
                QUESTION,
                "--explain",
                "--data-dir",
                folder.resolve("data").toString());

        assertThat(asked.out()).contains("[1]").contains("hire.txt").containsPattern("plan: [a-z]+, as of \\d{4}-");
    }
}
