package io.recital.eval;

import io.recital.eval.bench.BenchCommand;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

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
                .registerConverter(int.class, wholeNumber(Integer::valueOf))
                .registerConverter(long.class, wholeNumber(Long::valueOf))
                .setParameterExceptionHandler((misuse, args) -> {
                    CommandLine command = misuse.getCommandLine();
                    command.getErr()
                            .println("recital: " + misuse.getMessage() + " (see: "
                                    + command.getCommandSpec().qualifiedName() + " --help)");
                    return command.getCommandSpec().exitCodeOnInvalidInput();
                })
                .setExecutionExceptionHandler((error, command, parsed) -> {
                    command.getErr().println("recital: " + sentence(error));
                    return command.getCommandSpec().exitCodeOnExecutionException();
                });
    }

    private static <T extends Number> ITypeConverter<T> wholeNumber(Function<String, T> parse) {
        return value -> {
            try {
                return parse.apply(value.strip());
            } catch (NumberFormatException e) {
                throw new TypeConversionException("“" + value + "” is not a whole number");
            }
        };
    }

    private static String sentence(Exception error) {
        String message = error.getMessage();
        return message == null ? error.toString() : message;
    }
}
