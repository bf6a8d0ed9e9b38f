package io.recital.eval.bench.ledger;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * What the ledgers and scorecards of a year of a generated tenant took, its facts read from the database.
 *
 * @param stored facts that were stored in a second
 * @param firstSeconds all ledgers, nothing computed before
 * @param scoringSeconds the scorecards after them
 * @param unchangedSeconds all ledgers again, when nothing has changed
 * @param changedSeconds all ledgers again, when the facts of one counterparty have changed
 * @param heapBytes in use on the heap after the scorecards, garbage included
 * @param checks added up over two threads
 */
public record LedgerReport(
        int counterparties,
        long obligations,
        long measurements,
        long invoiceLines,
        double stored,
        double firstSeconds,
        double scoringSeconds,
        double unchangedSeconds,
        double changedSeconds,
        int scores,
        long entries,
        long heapBytes,
        List<CheckLine> checks) {
    /** One check, over all counterparties. */
    public record CheckLine(String check, double seconds) {}

    /** For a reader. */
    public void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "A year of a tenant: %,d counterparties with %,d obligations, %,d measurements, %,d invoice lines, all generated%n%n",
                counterparties,
                obligations,
                measurements,
                invoiceLines);
        out.printf(Locale.ROOT, "%-44s %12s%n", "", "seconds");
        line(out, "all ledgers, facts read from the database", firstSeconds);
        line(out, "scorecards after them (" + scores + ")", scoringSeconds);
        line(out, "all ledgers again, nothing changed", unchangedSeconds);
        line(out, "all ledgers again, one counterparty changed", changedSeconds);
        out.println();
        checks.forEach(line -> line(out, "  " + line.check(), line.seconds()));
        out.printf(
                Locale.ROOT,
                "%n%,d entries; %,d MB of %,d MB allowed on the heap in the end; %,.0f facts stored a second.%n",
                entries,
                heapBytes / 1_000_000,
                Runtime.getRuntime().maxMemory() / 1_000_000,
                stored);
    }

    private static void line(PrintStream out, String what, double seconds) {
        out.printf(Locale.ROOT, "%-44s %12.2f%n", what, seconds);
    }
}
