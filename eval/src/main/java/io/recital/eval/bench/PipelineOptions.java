package io.recital.eval.bench;

import io.recital.eval.EvalException;
import io.recital.eval.bench.pipeline.PipelineBench;
import io.recital.eval.bench.pipeline.PipelineReport;
import io.recital.eval.retrieval.RetrievalSet;
import io.recital.models.inference.Encoder;
import io.recital.samples.SamplePortfolio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code bench --parts pipeline} is told, and the measurement put together from it. */
final class PipelineOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "pipeline: contracts and questions in LegalBench-RAG's layout (txt/, retrieval.json); the samples"
                            + " with their questions otherwise.")
    private @Nullable Path data;

    @Option(
            names = "--family",
            defaultValue = "3",
            description =
                    "pipeline: documents to make of each contract, to ingest families (default ${DEFAULT-VALUE}).")
    private int family;

    /** @param questions how many, drawn by the seed; only the documents that they are about are ingested */
    PipelineReport measure(Encoder encoder, int questions, long seed) {
        if (family < 1) {
            throw new EvalException("--family must be 1 or more");
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("recital-pipeline");
            PipelineBench bench = new PipelineBench(folder, encoder);
            if (data != null) {
                RetrievalSet set =
                        RetrievalSet.read(data).sample(questions, seed).withReferencedFiles();
                return bench.measure(set, data.toString(), family, LocalDate.now(Clock.systemUTC()));
            }
            RetrievalSet samples = RetrievalSet.read(SampleSet.write(folder.resolve("samples")))
                    .sample(questions, seed);
            return bench.measure(
                    samples, "the samples", family, SamplePortfolio.load().asOf());
        } catch (IOException e) {
            throw new EvalException("There is no room in the temporary folder; free some", e);
        } finally {
            TemporaryFolder.delete(folder);
        }
    }
}
