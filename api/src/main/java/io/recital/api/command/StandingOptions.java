package io.recital.api.command;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With whom and on which day a command looks at how things stand. */
final class StandingOptions {
    @Option(names = "--supplier", paramLabel = "S", description = "Id or name of one counterparty (default all).")
    private @Nullable String supplier;

    @Option(names = "--as-of", paramLabel = "D", description = "The day to look at it on (default today).")
    private @Nullable LocalDate asOf;

    /** What the API is asked with, to which a command adds its own. */
    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("supplier", supplier);
        parameters.put("asOf", asOf);
        return parameters;
    }
}
