package io.recital.eval.bench.ledger;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * What the ledgers of a year of a generated tenant took; reading the facts is not in it.
 *
 * @param seconds of all counterparties, one after the other
 * @param heapBytes most that was in use on the heap, garbage included, after a counterparty's ledger
 */
public record LedgerReport(
        int counterparties,
        long obligations,
        long measurements,
        long invoiceLines,
        double seconds,
        long entries,
        long heapBytes,
        List<CheckLine> checks) {
    /** One check, over all counterparties. */
    public record CheckLine(String check, double seconds) {}

    /** For a reader. */
    public void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "Ledgers of a year: %,d counterparties with %,d obligations, %,d measurements, %,d invoice lines, all generated%n%n",
                counterparties,
                obligations,
                measurements,
                invoiceLines);
        out.printf(Locale.ROOT, "%-34s %12s%n", "", "seconds");
        checks.forEach(line -> out.printf(Locale.ROOT, "  %-32s %12.2f%n", line.check(), line.seconds()));
        out.printf(Locale.ROOT, "%-34s %12.2f%n%n", "all checks, no money twice", seconds);
        out.printf(
                Locale.ROOT,
                "%,d entries; heap at most %,d MB of %,d MB allowed. Reading facts from the database is not in it.%n",
                entries,
                heapBytes / 1_000_000,
                Runtime.getRuntime().maxMemory() / 1_000_000);
    }
}
