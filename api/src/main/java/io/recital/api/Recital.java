package io.recital.api;

import io.recital.api.command.AskCommand;
import io.recital.api.command.BriefCommand;
import io.recital.api.command.CalendarCommand;
import io.recital.api.command.ClaimCommand;
import io.recital.api.command.CommandErrors;
import io.recital.api.command.CompareCommand;
import io.recital.api.command.DemoCommand;
import io.recital.api.command.FactsCommand;
import io.recital.api.command.FindingsCommand;
import io.recital.api.command.GovernanceCommand;
import io.recital.api.command.GoverningCommand;
import io.recital.api.command.IngestCommand;
import io.recital.api.command.MaturityCommand;
import io.recital.api.command.ObligationsCommand;
import io.recital.api.command.ReportCommand;
import io.recital.api.command.RereadCommand;
import io.recital.api.command.ServeCommand;
import io.recital.api.command.ShareCommand;
import io.recital.api.command.TextCommand;
import io.recital.api.command.VerifyCommand;
import io.recital.api.command.WeightsCommand;
import io.recital.api.command.WhatIfCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the service. */
@Command(
        name = "recital",
        mixinStandardHelpOptions = true,
        version = "recital 0.1.0",
        description =
                "Reads contracts, finds what was promised, and answers questions with citations that can be checked.",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            IngestCommand.class,
            FactsCommand.class,
            AskCommand.class,
            VerifyCommand.class,
            CompareCommand.class,
            FindingsCommand.class,
            GoverningCommand.class,
            ReportCommand.class,
            ObligationsCommand.class,
            CalendarCommand.class,
            WhatIfCommand.class,
            ClaimCommand.class,
            GovernanceCommand.class,
            BriefCommand.class,
            ShareCommand.class,
            WeightsCommand.class,
            MaturityCommand.class,
            RereadCommand.class,
            TextCommand.class
        },
        footer = {
            "",
            "Two more commands measure: recital eval --help, recital bench --help.",
            "Start with: recital demo"
        })
public final class Recital implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs a command; the exit status is 0 only on success. */
    public static void main(String[] args) {
        int status = commandLine().execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    static CommandLine commandLine() {
        return CommandErrors.plain(new CommandLine(new Recital()));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do, for example: recital demo");
    }
}
