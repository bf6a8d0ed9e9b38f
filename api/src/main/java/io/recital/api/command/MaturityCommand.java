package io.recital.api.command;

import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shows the questions behind the maturity report, and answers one. */
@Command(
        name = "maturity",
        mixinStandardHelpOptions = true,
        description = {
            "List the questions behind the maturity report with their answers, or answer one.",
            "The report itself is 'recital report maturity'."
        },
        footer = {"", "Example: recital maturity owners yes --by \"Head of contracts\""})
public final class MaturityCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Parameters(index = "0", arity = "0..1", paramLabel = "QUESTION", description = "Its id, such as owners.")
    private @Nullable String question;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ANSWER", description = "yes or no.")
    private @Nullable String answer;

    @Option(names = "--by", paramLabel = "NAME", description = "Who answers.")
    private @Nullable String by;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (question != null && (by == null || !("yes".equals(answer) || "no".equals(answer)))) {
            throw new ParameterException(
                    spec.commandLine(), "Answer yes or no and say who does: recital maturity QUESTION yes --by NAME");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Service service = Service.connect(dataDir.path())) {
            String path = "/api/v1/maturity/questions";
            JsonNode questions = question == null
                    ? service.client().get(path)
                    : service.client()
                            .put(
                                    path + "/" + ReportCommand.encoded(question),
                                    Map.of("met", "yes".equals(answer), "by", String.valueOf(by)));
            if (json) {
                out.println(questions);
            } else {
                questions.forEach(each -> out.println(line(each)));
            }
            out.flush();
        }
    }

    private static String line(JsonNode question) {
        JsonNode answer = question.path("answer");
        return question.path("id").asString() + " ("
                + question.path("dimension").asString() + "): "
                + question.path("question").asString() + " "
                + (answer.isBoolean() ? answer.asBoolean() ? "yes" : "no" : "not answered");
    }
}
