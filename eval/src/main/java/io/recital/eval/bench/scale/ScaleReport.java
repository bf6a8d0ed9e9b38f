package io.recital.eval.bench.scale;

import io.recital.eval.bench.scale.JdbcSearchIndexes.Index;
import io.recital.eval.bench.timing.Times;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Search among many passages.
 *
 * @param real passages that the others were generated around
 * @param loadSeconds for what this run generated; null when all was there already
 * @param serverBytes in memory of the database's processes after the searches; null where the kernel does not say
 * @param compared of how many questions the recall is the mean
 */
public record ScaleReport(
        int passages,
        int contracts,
        int real,
        @Nullable Double loadSeconds,
        long tableBytes,
        List<Index> indexes,
        String sharedBuffers,
        @Nullable Long serverBytes,
        int compared,
        List<Line> lines) {
    /**
     * One scope.
     *
     * @param share of all passages, in per cent
     * @param clock the whole call as the service makes it
     * @param processor of that, what the database's process computed; null where the kernel does not say
     * @param nearest recall at 10 of the search by vector; {@code words}, {@code hybrid} accordingly
     */
    public record Line(
            String scope,
            int passages,
            double share,
            Times clock,
            @Nullable Times processor,
            double nearest,
            double words,
            double hybrid) {}

    public ScaleReport {
        indexes = List.copyOf(indexes);
        lines = List.copyOf(lines);
    }

    public void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "Search among %,d generated passages of %,d contracts (around %,d real ones); times of the database part in ms,"
                        + " recall at 10 against comparing one by one, %d questions%n%n",
                passages,
                contracts,
                real,
                compared);
        out.printf(
                "%-46s %10s %8s %8s %8s %8s %9s %7s %7s%n",
                "scope", "passages", "p50", "p95", "cpu p50", "cpu p95", "nearest", "words", "hybrid");
        for (Line line : lines) {
            out.printf(
                    Locale.ROOT,
                    "%-46s %,10d %8.1f %8.1f %8s %8s %9.3f %7.3f %7.3f%n",
                    "%s (%.4g %%)".formatted(line.scope(), line.share()),
                    line.passages(),
                    line.clock().p50(),
                    line.clock().p95(),
                    line.processor() == null
                            ? "-"
                            : "%.1f".formatted(line.processor().p50()),
                    line.processor() == null
                            ? "-"
                            : "%.1f".formatted(line.processor().p95()),
                    line.nearest(),
                    line.words(),
                    line.hybrid());
        }
        out.printf(Locale.ROOT, "%nPassages: %,d MB", tableBytes >> 20);
        out.println(loadSeconds == null ? "." : String.format(Locale.ROOT, ", loaded in %.0f s.", loadSeconds));
        for (Index index : indexes) {
            String built =
                    index.seconds() == null ? "" : String.format(Locale.ROOT, ", built in %.0f s", index.seconds());
            out.printf(Locale.ROOT, "Index %s: %,d MB%s%n", index.name(), index.bytes() >> 20, built);
        }
        out.printf(
                Locale.ROOT,
                "Memory of the database: %s, of which %s shared buffers; files are cached by the system beside that.%n",
                serverBytes == null ? "unknown" : (serverBytes >> 20) + " MB",
                sharedBuffers);
    }
}
