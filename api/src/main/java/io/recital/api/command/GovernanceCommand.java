package io.recital.api.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What people keep to steer contracts by. */
@Command(
        name = "governance",
        mixinStandardHelpOptions = true,
        description = {
            "Keep meetings, actions, objectives, risks, ideas, disputes, gain-shares and comments, and list them.",
            "What they come to is in 'recital report governance', 'report objectives' and 'report gain-share'."
        },
        subcommands = {GovernanceListCommand.class, GovernanceRecordCommand.class, GovernanceWithdrawCommand.class})
public final class GovernanceCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do, for example: recital governance list risks");
    }
}
