package io.recital.eval.bench;

import io.recital.eval.EvalException;
import io.recital.eval.bench.ledger.LedgerReport;
import io.recital.eval.bench.pipeline.PipelineReport;
import io.recital.eval.bench.scale.ScaleReport;
import io.recital.models.inference.Encoder;
import io.recital.models.inference.EncoderModel;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.ObjectMapper;

/** {@code bench}: our embedding beside its peers, and what extraction costs beside embedding, each in one run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures these parts, all of them unless --parts names some; an option says which part it is for.",
            "embedding: passages per second of our embedding, of LangChain4j's stock models, and of the bare runtime.",
            "pipeline: ingestion, retrieval and the steps of a question, beside a stock LangChain4j pipeline.",
            "scale: search among very many passages, generated around real ones, in a database of their own.",
            "extraction: time and memory of all offline extractors, beside embedding the same contracts.",
            "ledger: all checks on a year of facts of very many counterparties, generated for it."
        })
public final class BenchCommand implements Callable<Integer> {
    /** What can be measured. */
    enum Part {
        EMBEDDING,
        EXTRACTION,
        PIPELINE,
        SCALE,
        LEDGER
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "Text files to take passages and contracts from; own wording and the samples otherwise.")
    private @Nullable Path folder;

    @Option(
            names = "--parts",
            split = ",",
            paramLabel = "PART",
            description = "Measure these only: ${COMPLETION-CANDIDATES} (default all).")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(
            names = "--texts",
            defaultValue = "200",
            description = "embedding: passages per round (default ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--contracts",
            defaultValue = "30",
            description = "extraction: contracts to extract from at most (default ${DEFAULT-VALUE}).")
    private int contracts;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "embedding, extraction: rounds (default ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--threads", description = "Threads for our encoder (default: the processors, two at most).")
    private int threads = Math.min(2, Runtime.getRuntime().availableProcessors());

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the texts (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--questions",
            defaultValue = "100",
            description = "pipeline, scale: questions to ask at most (default ${DEFAULT-VALUE}).")
    private int questions;

    @Mixin
    private final PipelineOptions pipeline = new PipelineOptions();

    @Mixin
    private final ScaleOptions scale = new ScaleOptions();

    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        if (count < 1 || contracts < 1 || rounds < 1 || threads < 1 || questions < 1) {
            throw new EvalException("--texts, --contracts, --rounds, --threads and --questions must be 1 or more");
        }
        EncoderModel model = EncoderModel.DEFAULT;
        try (Encoder encoder = new Encoder(model, threads)) {
            // extraction first: its memory is measured, and the stock models would stay in it
            ExtractionReport extraction = parts.contains(Part.EXTRACTION) ? extraction(encoder) : null;
            EmbeddingReport embedding = parts.contains(Part.EMBEDDING) ? embedding(model, encoder) : null;
            PipelineReport beside = parts.contains(Part.PIPELINE) ? pipeline.measure(encoder, questions, seed) : null;
            ScaleReport many = parts.contains(Part.SCALE) ? scale.measure(contracts(), encoder, questions, seed) : null;
            LedgerReport ledgers = parts.contains(Part.LEDGER) ? ledger.measure(seed) : null;
            BenchReport report = new BenchReport(embedding, extraction, beside, many, ledgers);
            if (json) {
                System.out.println(new ObjectMapper().writeValueAsString(report));
            } else {
                report.print(System.out);
            }
        }
        return 0;
    }

    private EmbeddingReport embedding(EncoderModel model, Encoder encoder) {
        List<String> texts =
                folder == null ? BenchTexts.written(count, seed) : BenchTexts.ofFolder(folder, count, seed);
        return new EmbeddingBench(encoder, texts, threads, rounds).measure(model);
    }

    private ExtractionReport extraction(Encoder encoder) {
        return new ExtractionBench(encoder, contracts(), rounds).measure();
    }

    private BenchContracts contracts() {
        return folder == null ? BenchContracts.samples(contracts) : BenchContracts.ofFolder(folder, contracts, seed);
    }
}
