package io.recital.eval.bench;

import io.recital.eval.bench.ExtractionBench.ContractRuns;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What extraction costs beside embedding. Times are milliseconds, medians over the rounds; per cent are of the time to
 * embed the same contract in the same round.
 *
 * @param percentTotal of all contracts together
 * @param percentMedian of the contract in the middle
 * @param percentCpu of all contracts together, in processor time of all threads
 */
record ExtractionReport(
        String source,
        int documents,
        int passages,
        int clauses,
        int rounds,
        double embedMillis,
        double extractMillis,
        double percentTotal,
        double percentMedian,
        double percentCpu,
        List<Line> extractors,
        Memory memory,
        List<ContractLine> contracts) {
    /** One extractor by itself, over all contracts. */
    record Line(String extractor, double millis, double percent) {}

    /** One contract. */
    record ContractLine(
            String file, int passages, int clauses, double embedMillis, double extractMillis, double percent) {}

    /**
     * Bytes. The extractors are loaded and read every contract once, after every contract was embedded once.
     *
     * @param residentBefore resident after embedding and a full collection; null where the kernel does not say
     * @param residentPeak the most that was resident from then on, garbage included
     * @param heapBefore alive on the heap after embedding
     * @param heapAfter alive on the heap after extraction
     */
    record Memory(@Nullable Long residentBefore, @Nullable Long residentPeak, long heapBefore, long heapAfter) {
        @Nullable
        Long residentExtra() {
            return residentBefore == null || residentPeak == null ? null : residentPeak - residentBefore;
        }
    }

    static ExtractionReport of(BenchContracts contracts, List<ContractRuns> runs, Memory memory) {
        int rounds = runs.get(0).times().size();
        List<RoundTimes> totals = IntStream.range(0, rounds)
                .mapToObj(round -> RoundTimes.sum(
                        runs.stream().map(run -> run.times().get(round)).toList()))
                .toList();
        List<ContractLine> lines = runs.stream().map(ExtractionReport::line).toList();
        return new ExtractionReport(
                contracts.source(),
                lines.size(),
                lines.stream().mapToInt(ContractLine::passages).sum(),
                lines.stream().mapToInt(ContractLine::clauses).sum(),
                rounds,
                millis(totals, RoundTimes::embed),
                millis(totals, RoundTimes::extract),
                median(totals, RoundTimes::percent),
                Contender.median(
                        lines.stream().mapToDouble(ContractLine::percent).toArray()),
                median(totals, RoundTimes::percentCpu),
                extractors(totals),
                memory,
                lines);
    }

    private static List<Line> extractors(List<RoundTimes> totals) {
        int count = totals.get(0).shares().size();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int index = i;
            lines.add(line(
                    totals.get(0).shares().get(i).extractor(),
                    totals,
                    times -> times.shares().get(index).nanos()));
        }
        return lines;
    }

    private static Line line(String name, List<RoundTimes> totals, ToDoubleFunction<RoundTimes> nanos) {
        return new Line(
                name,
                millis(totals, nanos),
                median(totals, times -> 100 * nanos.applyAsDouble(times) / Math.max(1, times.embed())));
    }

    private static ContractLine line(ContractRuns run) {
        return new ContractLine(
                run.reading().file(),
                run.reading().segmentation().passages().size(),
                run.reading().clauses().size(),
                millis(run.times(), RoundTimes::embed),
                millis(run.times(), RoundTimes::extract),
                median(run.times(), RoundTimes::percent));
    }

    private static double millis(List<RoundTimes> rounds, ToDoubleFunction<RoundTimes> nanos) {
        return median(rounds, nanos) / 1e6;
    }

    private static double median(List<RoundTimes> rounds, ToDoubleFunction<RoundTimes> value) {
        return Contender.median(rounds.stream().mapToDouble(value).toArray());
    }

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "Extraction beside embedding: %d documents of %s, %d passages, %d clauses, %d interleaved rounds, medians%n%n",
                documents,
                source,
                passages,
                clauses,
                rounds);
        out.printf("%-34s %12s %22s%n", "", "ms", "% of embedding");
        out.printf(Locale.ROOT, "%-34s %12.0f %22.1f%n", "embedding", embedMillis, 100.0);
        out.printf(Locale.ROOT, "%-34s %12.0f %22.1f%n", "extraction, all side by side", extractMillis, percentTotal);
        extractors.forEach(line -> out.printf(
                Locale.ROOT, "  %-32s %12.0f %22.1f%n", line.extractor() + " alone", line.millis(), line.percent()));
        out.println();
        printContracts(out);
        printMemory(out);
    }

    private void printContracts(PrintStream out) {
        double most =
                contracts.stream().mapToDouble(ContractLine::percent).max().orElse(0);
        double least =
                contracts.stream().mapToDouble(ContractLine::percent).min().orElse(0);
        out.printf(
                Locale.ROOT,
                "Per contract: median %.1f %%, lowest %.1f %%, highest %.1f %%. In processor time, all together: %.1f %%.%n",
                percentMedian,
                least,
                most,
                percentCpu);
    }

    private void printMemory(PrintStream out) {
        Long extra = memory.residentExtra();
        out.println(
                extra == null
                        ? "Resident memory: this system does not say (/proc is needed)."
                        : "Resident memory: %d MB more at the peak of extraction than after embedding (%d MB)."
                                .formatted(mega(extra), mega(memory.residentBefore())));
        out.printf(
                "Alive on the heap: %d MB more with the extractors loaded than after embedding (%d MB).%n",
                mega(memory.heapAfter() - memory.heapBefore()), mega(memory.heapBefore()));
        out.println(
                "Embedding comes first and the encoder stays; peaks are the kernel's (VmHWM), garbage included, under "
                        + "a heap of at most " + mega(Runtime.getRuntime().maxMemory()) + " MB (RECITAL_HEAP).");
    }

    private static long mega(@Nullable Long bytes) {
        return bytes == null ? 0 : Math.round(bytes / 1e6);
    }
}
