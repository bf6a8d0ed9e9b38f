package io.recital.eval.bench.pipeline;

import io.recital.eval.bench.timing.Times;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Our pipeline beside the stock one.
 *
 * @param source where the documents come from, in words
 * @param rates of ingestion
 * @param retrieval figures by characters
 * @param stages of questions
 */
public record PipelineReport(
        String source, int questions, List<Rate> rates, List<Figure> retrieval, List<Stage> stages) {
    /**
     * Characters per second.
     *
     * @param of what was ingested, and how
     * @param ratio ours by the stock pipeline's, by the clock
     * @param processorRatio the same in processor time
     */
    public record Rate(
            String of,
            int documents,
            long characters,
            double ratio,
            double processorRatio,
            double ours,
            double stock) {}

    /** A share in per cent. */
    public record Figure(String name, double ours, double stock) {}

    /** Milliseconds of one step of a question. */
    public record Stage(String pipeline, String stage, Times times) {}

    public PipelineReport {
        rates = List.copyOf(rates);
        retrieval = List.copyOf(retrieval);
        stages = List.copyOf(stages);
    }

    public void print(PrintStream out) {
        out.printf(
                "Beside a stock LangChain4j pipeline (segments of %d characters, the same encoder, store in memory), on %s%n%n",
                StockPipeline.SEGMENT, source);
        out.printf("%-42s %10s %12s %14s %14s%n", "ingestion", "ratio", "cpu ratio", "ours, char/s", "stock, char/s");
        rates.forEach(rate -> out.printf(
                Locale.ROOT,
                "%-42s %9.2fx %11.2fx %,14.0f %,14.0f%n",
                rate.of() + " (" + rate.documents() + ")",
                rate.ratio(),
                rate.processorRatio(),
                rate.ours(),
                rate.stock()));
        out.printf("%n%-42s %10s %10s%n", "retrieval, %d questions".formatted(questions), "ours, %", "stock, %");
        retrieval.forEach(figure ->
                out.printf(Locale.ROOT, "%-42s %10.1f %10.1f%n", figure.name(), figure.ours(), figure.stock()));
        out.printf("%n%-42s %10s %10s%n", "a question, ms", "p50", "p95");
        stages.forEach(stage -> out.printf(
                Locale.ROOT,
                "%-42s %10.1f %10.1f%n",
                stage.pipeline() + ": " + stage.stage(),
                stage.times().p50(),
                stage.times().p95()));
    }
}
