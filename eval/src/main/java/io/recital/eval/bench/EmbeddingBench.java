package io.recital.eval.bench;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15.BgeSmallEnV15EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import io.recital.models.inference.BertTokenizer;
import io.recital.models.inference.Encoder;
import io.recital.models.inference.EncoderModel;
import io.recital.models.inference.OnnxSettings;
import io.recital.models.inference.RuntimeCeiling;
import io.recital.models.inference.RuntimeCeiling.Batch;
import java.util.ArrayList;
import java.util.List;

/** Our embedding beside LangChain4j's stock models and the bare runtime, on the same texts, in turns. */
final class EmbeddingBench {
    private static final int[] BATCH_SIZES = {1, 8, 32};

    private final Encoder encoder;
    private final List<String> texts;
    private final int threads;
    private final int rounds;

    /** @param threads of the encoder, for the bare runtime to use as many */
    EmbeddingBench(Encoder encoder, List<String> texts, int threads, int rounds) {
        this.encoder = encoder;
        this.texts = List.copyOf(texts);
        this.threads = threads;
        this.rounds = rounds;
    }

    EmbeddingReport measure(EncoderModel model) {
        try (RuntimeCeiling ceiling = new RuntimeCeiling(model, threads, new OnnxSettings(1, false, true))) {
            return measure(model, ceiling);
        }
    }

    private EmbeddingReport measure(EncoderModel model, RuntimeCeiling ceiling) {
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
        List<EmbeddingReport.Line> lines = contenders.stream()
                .map(other -> new EmbeddingReport.Line(other.name(), other.median(), ours.ratioTo(other)))
                .toList();
        double tokens = texts.stream().mapToInt(encoder::count).average().orElse(0);
        return new EmbeddingReport(
                model.id(),
                texts.size(),
                tokens,
                threads,
                rounds,
                lines,
                agreement(sameWeights),
                parity(),
                new RerankingTime(encoder, texts).medianMillis());
    }

    private double agreement(EmbeddingModel stock) {
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

    private double parity() {
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
