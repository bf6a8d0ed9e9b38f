package io.recital.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Every option of every command is given a wrong value: what comes back is for people. */
class CommandOptionsTest {
    private static final String WRONG = "no-such/value";
    /** They go on until they are stopped. */
    private static final Set<String> RUN_ON = Set.of("demo", "serve");

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() {
        SharedService.newTenant(folder.resolve("data"));
    }

    private static Stream<CommandLine> leaves(CommandLine line) {
        return line.getSubcommands().isEmpty()
                ? Stream.of(line)
                : line.getSubcommands().values().stream().flatMap(CommandOptionsTest::leaves);
    }

    private static List<String> path(CommandSpec spec) {
        List<String> path = new ArrayList<>();
        for (CommandSpec at = spec; at.parent() != null; at = at.parent()) {
            path.add(0, at.name());
        }
        return path;
    }

    @Test
    void aWrongValueIsAnsweredInPlainWords() {
        List<String> tried = new ArrayList<>();
        leaves(Recital.commandLine())
                .map(CommandLine::getCommandSpec)
                .filter(spec -> !spec.name().equals("help"))
                .forEach(spec -> spec.options().stream()
                        .filter(option -> option.arity().max() > 0 && !isAPlace(option))
                        .filter(option -> !RUN_ON.contains(spec.name()) || option.type() != String.class)
                        .forEach(option -> {
                            tried.add(spec.qualifiedName() + " " + option.longestName());
                            assertPlain(spec, option);
                        }));
        assertThat(tried).hasSizeGreaterThan(60).contains("recital what-if target --target");
    }

    private static String serve(String port) {
        StringWriter said = new StringWriter();
        CommandLine line = Recital.commandLine().setErr(new PrintWriter(said));
        int status = line.execute("serve", "--data-dir", folder.resolve("other").toString(), "--port", port);
        assertThat(status).isNotZero();
        return said.toString();
    }

    @Test
    void aPortThatIsTakenOrNoneIsToldInOneSentence() {
        String taken = String.valueOf(SharedService.address().getPort());

        assertThat(serve(taken).lines())
                .singleElement()
                .asString()
                .startsWith("recital: Nothing can listen on port " + taken)
                .endsWith("choose another with --port");
        assertThat(serve("99999").lines()).singleElement().asString().contains("There is no port 99999");
    }

    /** A folder or file to write is no wrong value whatever it is called. */
    private static boolean isAPlace(ArgSpec option) {
        return option.type() == Path.class || option.paramLabel().equals("DIR");
    }

    private static void assertPlain(CommandSpec spec, OptionSpec option) {
        List<String> arguments = path(spec);
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            if (parameter.arity().min() > 0) {
                arguments.add(WRONG);
            }
        }
        spec.options().stream()
                .filter(other -> other.required() && !other.equals(option))
                .forEach(other -> arguments.addAll(List.of(other.longestName(), right(other))));
        arguments.addAll(List.of(option.longestName(), WRONG));
        if (spec.findOption("--data-dir") != null) {
            arguments.addAll(List.of("--data-dir", folder.resolve("data").toString()));
        }
        StringWriter said = new StringWriter();
        Recital.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(arguments.toArray(String[]::new));
        assertThat(said.toString())
                .as(String.join(" ", arguments))
                .doesNotContain("Exception", "java.", "class ", "LocalDate", "BigDecimal", "UUID", "an int", "null");
    }

    private static String right(ArgSpec option) {
        return option.type() == String.class ? WRONG : option.type() == Path.class ? folder.toString() : "1";
    }
}
