package io.recital.api.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Asks a question. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Ask a question in plain language; the answer cites its words, or there is none.",
        footer = {"", "Example: recital ask \"What is the governing law of the Tarnwell agreement?\""})
public final class AskCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Parameters(paramLabel = "QUESTION", description = "In quotes.")
    private String question;

    @Option(names = "--contract", paramLabel = "ID", description = "Ask about this contract only.")
    private @Nullable UUID contract;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day on which it is asked (default: today).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--explain",
            description = "Show what was understood and run, and how each computed value came about.")
    private boolean explain;

    @Option(
            names = "--conversation",
            paramLabel = "FILE",
            description = "Go on with the conversation kept in this file, which is made when it is not there.")
    private @Nullable Path conversation;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("question", question);
        if (contract != null) {
            body.put("contract", contract.toString());
        }
        if (asOf != null) {
            body.put("asOf", asOf.toString());
        }
        ConversationFile earlier = conversation == null ? null : new ConversationFile(conversation);
        if (earlier != null) {
            body.put("conversation", earlier.read());
        }
        try (Service service = Service.connect(dataDir.path())) {
            JsonNode answer = service.client().post("/api/v1/questions", body);
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(answer.toPrettyString());
            } else {
                new AnswerPrinter(out).print(answer);
                if (explain) {
                    new PlanPrinter(out).print(answer);
                }
            }
            out.flush();
            if (earlier != null) {
                earlier.append(question, answer);
            }
        }
    }
}
