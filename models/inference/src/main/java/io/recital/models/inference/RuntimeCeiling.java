package io.recital.models.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The bare runtime under the encoder, for benchmarks: tokenised beforehand, fixed batches of like length, no pooling, so
 * that what the encoder itself costs can be told.
 */
public final class RuntimeCeiling implements AutoCloseable {
    private final OnnxModel onnx;
    private final BertTokenizer tokenizer;
    private final ExecutorService workers;

    /** A tokenised batch. */
    public record Batch(Map<String, long[]> inputs, int rows) {}

    /** @param threads how many batches run at the same time */
    public RuntimeCeiling(EncoderModel model, int threads, OnnxSettings settings) {
        this.onnx = OnnxModel.ofResource(model.weights(), settings);
        this.tokenizer = BertTokenizer.ofResource(model.tokenizer());
        this.workers = Executors.newFixedThreadPool(threads);
    }

    /** Tokenises texts into batches of a fixed number, sorted by length. */
    public List<Batch> prepare(List<String> texts, int size) {
        List<long[]> sorted = texts.stream()
                .map(tokenizer::ids)
                .sorted((a, b) -> Integer.compare(b.length, a.length))
                .toList();
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += size) {
            batches.add(batch(sorted.subList(from, Math.min(sorted.size(), from + size))));
        }
        return batches;
    }

    private static Batch batch(List<long[]> rows) {
        int columns = rows.get(0).length;
        long[] tokens = new long[rows.size() * columns];
        long[] mask = new long[tokens.length];
        for (int row = 0; row < rows.size(); row++) {
            long[] ids = rows.get(row);
            System.arraycopy(ids, 0, tokens, row * columns, ids.length);
            Arrays.fill(mask, row * columns, row * columns + ids.length, 1);
        }
        return new Batch(
                Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", new long[tokens.length]),
                rows.size());
    }

    /** Runs all batches and throws the results away. */
    public void run(List<Batch> batches) {
        List<Future<?>> running = new ArrayList<>();
        for (Batch batch : batches) {
            running.add(workers.submit(() -> onnx.run(batch.rows(), batch.inputs(), Map.of())));
        }
        for (Future<?> run : running) {
            try {
                run.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InferenceException(InferenceException.Category.RUN, "The run was interrupted", e);
            } catch (ExecutionException e) {
                throw new InferenceException(InferenceException.Category.RUN, "The run failed", e.getCause());
            }
        }
    }

    @Override
    public void close() {
        workers.shutdown();
        onnx.close();
        tokenizer.close();
    }
}
