package io.recital.api.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What contracts say: what was found in them, what people decided about it, and what they state themselves. */
@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        description = {
            "List what was found in a contract, decide about it, and state what no extractor found:",
            "a term, or how a clause is held against your facts, which the ledger then computes every period."
        },
        subcommands = {
            FindingsListCommand.class,
            FindingsTryCommand.class,
            FindingsStateCommand.class,
            FindingsReviewCommand.class
        })
public final class FindingsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do, for example: recital findings list --contract \"Lighting\"");
    }
}
