package io.recital.api.command;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one sentence on standard error that says what to do. */
public final class CommandErrors {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private CommandErrors() {}

    /** A command line that says what is wrong in plain words. */
    public static CommandLine plain(CommandLine line) {
        return OptionValues.registerWith(line)
                .setExecutionExceptionHandler(CommandErrors::onFailure)
                .setParameterExceptionHandler(CommandErrors::onMisuse);
    }

    /** A command failed. */
    private static int onFailure(Exception failure, CommandLine command, @Nullable ParseResult result) {
        LoggerFactory.getLogger(CommandErrors.class).debug("Command failed", failure);
        command.getErr().println("recital: " + sentence(failure));
        command.getErr().flush();
        return FAILED;
    }

    /** A command was called in a way that it does not know. */
    private static int onMisuse(ParameterException misuse, String[] args) {
        CommandLine command = misuse.getCommandLine();
        command.getErr()
                .println("recital: " + misuse.getMessage() + " (see: "
                        + command.getCommandSpec().qualifiedName() + " --help)");
        command.getErr().flush();
        return MISUSED;
    }

    /** What the outermost cause says that was written for people: not the container's, nor a mere echo of its cause. */
    static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && (isOfTheContainer(cause) || echoesItsCause(cause))) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return (message == null ? cause.getClass().getSimpleName() : message)
                .replaceAll("\\s*\\R\\s*", " ")
                .strip();
    }

    private static boolean isOfTheContainer(Throwable failure) {
        return failure.getClass().getName().startsWith("org.springframework.");
    }

    private static boolean echoesItsCause(Throwable failure) {
        return failure.getMessage() == null || failure.getMessage().equals(String.valueOf(failure.getCause()));
    }
}
