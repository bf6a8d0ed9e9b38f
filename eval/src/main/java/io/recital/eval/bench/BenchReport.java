package io.recital.eval.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.recital.eval.bench.ledger.LedgerReport;
import io.recital.eval.bench.pipeline.PipelineReport;
import io.recital.eval.bench.scale.ScaleReport;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the benchmark found.
 *
 * @param embedding null when it was not asked for
 * @param extraction null when it was not asked for
 * @param pipeline null when it was not asked for
 * @param scale null when it was not asked for
 * @param ledger null when it was not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BenchReport(
        @Nullable EmbeddingReport embedding,
        @Nullable ExtractionReport extraction,
        @Nullable PipelineReport pipeline,
        @Nullable ScaleReport scale,
        @Nullable LedgerReport ledger) {
    void print(PrintStream out) {
        if (embedding != null) {
            embedding.print(out);
            out.println();
        }
        if (extraction != null) {
            extraction.print(out);
            out.println();
        }
        if (pipeline != null) {
            pipeline.print(out);
            out.println();
        }
        if (scale != null) {
            scale.print(out);
            out.println();
        }
        if (ledger != null) {
            ledger.print(out);
        }
    }
}
