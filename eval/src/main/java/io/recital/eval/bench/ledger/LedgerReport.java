package io.recital.eval.bench.ledger;

import io.recital.eval.bench.timing.Spent;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * What the ledgers and scorecards of a year of a generated tenant took, its facts read from the database.
 *
 * @param stored facts that were stored in a second
 * @param first all ledgers and scorecards, nothing computed before
 * @param unchanged all ledgers again, when nothing has changed
 * @param scoring the scorecards again, when nothing has changed
 * @param oneChanged all ledgers again, when the facts of one counterparty have changed
 * @param heapBytes in use on the heap after the scorecards, garbage included
 * @param checks added up over two threads
 */
public record LedgerReport(
        int counterparties,
        long obligations,
        long measurements,
        long invoiceLines,
        double stored,
        Spent first,
        Spent unchanged,
        Spent scoring,
        Spent oneChanged,
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
        out.printf("%-44s %12s %12s %12s%n", "seconds", "clock", "processor", "database's");
        line(out, "all ledgers and " + scores + " scorecards", first);
        line(out, "all ledgers again, nothing changed", unchanged);
        line(out, "all scorecards again, nothing changed", scoring);
        line(out, "all ledgers again, one counterparty changed", oneChanged);
        out.println();
        checks.forEach(line -> out.printf(Locale.ROOT, "%-44s %12.2f%n", "  " + line.check(), line.seconds()));
        out.printf(
                Locale.ROOT,
                "%n%,d entries; %,d MB of %,d MB allowed on the heap in the end; %,.0f facts stored a second.%n",
                entries,
                heapBytes / 1_000_000,
                Runtime.getRuntime().maxMemory() / 1_000_000,
                stored);
    }

    private static void line(PrintStream out, String what, Spent spent) {
        out.printf(Locale.ROOT, "%-44s %12.2f %12.2f %12.2f%n", what, spent.clock(), spent.ours(), spent.database());
    }
}
