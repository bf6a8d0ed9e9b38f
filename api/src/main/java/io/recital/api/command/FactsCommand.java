package io.recital.api.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What was delivered, measured, invoiced and paid. */
@Command(
        name = "facts",
        mixinStandardHelpOptions = true,
        description = "Import performance facts, list them, and see whose vendors are no counterparty.",
        subcommands = {FactsImportCommand.class, FactsListCommand.class, FactsVendorsCommand.class})
public final class FactsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do, for example: recital facts import invoices.xlsx");
    }
}
