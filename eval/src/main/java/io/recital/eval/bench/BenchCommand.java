package io.recital.eval.bench;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15.BgeSmallEnV15EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import io.recital.eval.EvalException;
import io.recital.models.inference.BertTokenizer;
import io.recital.models.inference.Encoder;
import io.recital.models.inference.EncoderModel;
import io.recital.models.inference.OnnxSettings;
import io.recital.models.inference.RuntimeCeiling;
import io.recital.models.inference.RuntimeCeiling.Batch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.ObjectMapper;

/** {@code bench}: our embedding beside LangChain4j's stock models and the bare runtime, in one run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Passages per second of our embedding, of LangChain4j's stock models, and of the bare runtime.")
public final class BenchCommand implements Callable<Integer> {
    private static final int[] BATCH_SIZES = {1, 8, 32};

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "Text files to take passages from; own wording otherwise.")
    private @Nullable Path folder;

    @Option(names = "--texts", defaultValue = "200", description = "Passages per round (default ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds (default ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--threads", description = "Threads for our side (default: the processors, two at most).")
    private int threads = Math.min(2, Runtime.getRuntime().availableProcessors());

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the texts (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        if (count < 1 || rounds < 1 || threads < 1) {
            throw new EvalException("--texts, --rounds and --threads must be 1 or more");
        }
        List<String> texts =
                folder == null ? BenchTexts.written(count, seed) : BenchTexts.ofFolder(folder, count, seed);
        EncoderModel model = EncoderModel.DEFAULT;
        try (Encoder encoder = new Encoder(model, threads);
                RuntimeCeiling ceiling = new RuntimeCeiling(model, threads, new OnnxSettings(1, false, true))) {
            BenchReport report = measure(texts, model, encoder, ceiling);
            if (json) {
                System.out.println(new ObjectMapper().writeValueAsString(report));
            } else {
                report.print(System.out);
            }
        }
        return 0;
    }

    private BenchReport measure(List<String> texts, EncoderModel model, Encoder encoder, RuntimeCeiling ceiling) {
        List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
        EmbeddingModel sameWeights = new BgeSmallEnV15QuantizedEmbeddingModel();
        EmbeddingModel fullPrecision = new BgeSmallEnV15EmbeddingModel();
        Contender ours = new Contender("Recital, " + model.id(), () -> encoder.encode(texts));
        List<Contender> contenders = new ArrayList<>(List.of(
                ours,
                new Contender(
                        "LangChain4j BgeSmallEnV15Quantized (the same weights)", () -> sameWeights.embedAll(segments)),
                new Contender("LangChain4j BgeSmallEnV15 (full precision)", () -> fullPrecision.embedAll(segments))));
        for (int size : BATCH_SIZES) {
            List<Batch> batches = ceiling.prepare(texts, size);
            contenders.add(new Contender("ONNX Runtime alone, batches of " + size, () -> ceiling.run(batches)));
        }
        contenders.forEach(Contender::warmUp);
        for (int round = 0; round < rounds; round++) {
            contenders.forEach(contender -> contender.round(texts.size()));
        }
        List<BenchReport.Line> lines = contenders.stream()
                .map(other -> new BenchReport.Line(other.name(), other.median(), ours.ratioTo(other)))
                .toList();
        double tokens = texts.stream().mapToInt(encoder::count).average().orElse(0);
        return new BenchReport(
                model.id(),
                texts.size(),
                tokens,
                threads,
                rounds,
                lines,
                agreement(texts, encoder, sameWeights),
                parity(texts, encoder));
    }

    private static double agreement(List<String> texts, Encoder encoder, EmbeddingModel stock) {
        double lowest = 1;
        List<float[]> vectors = encoder.encode(texts);
        for (int i = 0; i < texts.size(); i++) {
            if (encoder.count(texts.get(i)) + 2 <= BertTokenizer.MAX_TOKENS) {
                float[] theirs = stock.embed(texts.get(i)).content().vector();
                lowest = Math.min(lowest, cosine(vectors.get(i), theirs));
            }
        }
        return lowest;
    }

    private static double parity(List<String> texts, Encoder encoder) {
        double lowest = 1;
        List<float[]> together = encoder.encode(texts);
        for (int i = 0; i < texts.size(); i++) {
            lowest = Math.min(lowest, cosine(together.get(i), encoder.encode(texts.get(i))));
        }
        return lowest;
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
