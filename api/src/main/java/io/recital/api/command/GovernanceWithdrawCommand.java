package io.recital.api.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a governance record back that was made by mistake. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = "Take a record back that was made by mistake; its versions are kept.")
public final class GovernanceWithdrawCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Parameters(index = "0", paramLabel = "KIND", description = "Its kind, such as risk.")
    @SuppressWarnings("NullAway.Init")
    private String kind;

    @Parameters(index = "1", paramLabel = "ID", description = "Its id.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who takes it back.")
    @SuppressWarnings("NullAway.Init")
    private String by;

    @Override
    public void run() {
        try (Service service = Service.connect(dataDir.path())) {
            service.client()
                    .delete("/api/v1/governance/" + ReportCommand.encoded(kind) + "/" + ReportCommand.encoded(id)
                            + "?by=" + ReportCommand.encoded(by));
        }
    }
}
