package io.recital.eval;

import io.recital.eval.bench.BenchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry of the jar behind {@code ./recital eval} and {@code ./recital bench}. */
@Command(
        name = "recital",
        mixinStandardHelpOptions = true,
        description = "Measurements of Recital.",
        subcommands = {EvalCommand.class, BenchCommand.class})
public final class RecitalEval {
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The commands, with errors as one sentence on standard error and an exit status other than 0. */
    static CommandLine commandLine() {
        return new CommandLine(new RecitalEval())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((error, command, parsed) -> {
                    command.getErr().println("recital: " + sentence(error));
                    return command.getCommandSpec().exitCodeOnExecutionException();
                });
    }

    private static String sentence(Exception error) {
        String message = error.getMessage();
        return message == null ? error.toString() : message;
    }
}
