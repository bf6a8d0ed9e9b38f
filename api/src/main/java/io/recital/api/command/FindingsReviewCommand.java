package io.recital.api.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides about findings. */
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        description = {
            "Accept or reject findings. What rests on an accepted one is no longer provisional; what is rejected is not used.",
            "Every decision is kept. A correction is sent to POST /findings/{id}/reviews."
        },
        footer = {"", "Example: recital findings review accepted --by \"R. Okafor\" 3f0e…"})
public final class FindingsReviewCommand implements Runnable {
    private static final Set<String> DECISIONS = Set.of("accepted", "rejected");

    @Mixin
    private DataDirOption dataDir;

    @Parameters(index = "0", paramLabel = "DECISION", description = "accepted or rejected.")
    @SuppressWarnings("NullAway.Init")
    private String decision;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "ID", description = "Ids of findings.")
    private List<UUID> findings = List.of();

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decides.")
    @SuppressWarnings("NullAway.Init")
    private String by;

    @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
    private @Nullable String note;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (!DECISIONS.contains(decision)) {
            throw new ParameterException(
                    spec.commandLine(), "“" + decision + "” is no decision: say accepted or rejected");
        }
        Map<String, @Nullable Object> review = new LinkedHashMap<>();
        review.put("status", decision);
        review.put("reviewer", by);
        review.put("note", note);
        try (Service service = Service.connect(dataDir.path())) {
            for (UUID finding : findings) {
                spec.commandLine()
                        .getOut()
                        .println(FindingsListCommand.line(
                                service.client().post("/api/v1/findings/" + finding + "/reviews", review)));
            }
            spec.commandLine().getOut().flush();
        }
    }
}
