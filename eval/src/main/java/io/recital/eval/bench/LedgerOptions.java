package io.recital.eval.bench;

import io.recital.eval.EvalException;
import io.recital.eval.bench.ledger.LedgerBench;
import io.recital.eval.bench.ledger.LedgerReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What {@code bench --parts ledger} is told. */
final class LedgerOptions {
    @Option(
            names = "--counterparties",
            defaultValue = "100",
            description = "ledger: counterparties to generate (default ${DEFAULT-VALUE}).")
    private int counterparties;

    @Option(
            names = "--obligations",
            defaultValue = "1000",
            description = "ledger: their obligations (default ${DEFAULT-VALUE}).")
    private int obligations;

    @Option(
            names = "--measurements",
            defaultValue = "50000",
            description = "ledger: their measurements of a year (default ${DEFAULT-VALUE}).")
    private int measurements;

    @Option(
            names = "--invoice-lines",
            defaultValue = "100000",
            description = "ledger: their invoice lines of a year (default ${DEFAULT-VALUE}).")
    private int invoiceLines;

    LedgerReport measure(long seed) {
        if (counterparties < 1 || obligations < 0 || measurements < 0 || invoiceLines < 0) {
            throw new EvalException("--counterparties must be 1 or more, and nothing less than none");
        }
        Path directory = null;
        try {
            directory = Files.createTempDirectory("recital-bench-");
            return new LedgerBench(counterparties, obligations, measurements, invoiceLines, seed).measure(directory);
        } catch (IOException e) {
            throw new EvalException("There is no room for a database; free some", e);
        } finally {
            TemporaryFolder.delete(directory);
        }
    }
}
