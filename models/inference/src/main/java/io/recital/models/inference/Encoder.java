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
 * Turns texts into vectors whose dot product says how near they are in meaning.
 *
 * <p>A vector is the model's output for {@code [CLS]} (bge's pooling), scaled to length 1. Of a text longer than
 * {@link BertTokenizer#MAX_TOKENS} tokens only the beginning is read. A text's vector does not depend on the texts it is
 * encoded with: cosine 0.999 or better against encoding it alone. Safe for use by several threads.
 */
public final class Encoder implements TextEncoder, TokenCounter, AutoCloseable {
    /** Length of a vector. */
    public static final int DIMENSION = 384;

    /** What bge was trained to see before a question (and not before a passage). */
    public static final String QUERY_PREFIX = "Represent this sentence for searching relevant passages: ";

    private final EncoderModel model;
    private final int batchTokens;
    private final OnnxModel onnx;
    private final BertTokenizer tokenizer;
    private final ExecutorService workers;

    /** The default model on one thread per processor, two at most. */
    public Encoder() {
        this(EncoderModel.DEFAULT, Math.min(2, Runtime.getRuntime().availableProcessors()));
    }

    /** @param threads how many batches run at the same time, each on one thread */
    public Encoder(EncoderModel model, int threads) {
        this(model, threads, model.batchTokens(), OnnxSettings.FRUGAL);
    }

    /** For measurements: any batch size and session settings. */
    public Encoder(EncoderModel model, int threads, int batchTokens, OnnxSettings settings) {
        this.model = model;
        this.batchTokens = batchTokens;
        this.onnx = OnnxModel.ofResource(model.weights(), settings);
        this.tokenizer = BertTokenizer.ofResource(model.tokenizer());
        this.workers = Executors.newFixedThreadPool(threads, Encoder::worker);
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "encoder");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public String modelId() {
        return model.id();
    }

    /** {@inheritDoc} An empty text has a vector too. */
    @Override
    public List<float[]> encode(List<String> texts) {
        long[][] ids = new long[texts.size()][];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = tokenizer.ids(texts.get(i));
        }
        return encodeTokens(ids);
    }

    /** The vector of one passage. */
    public float[] encode(String text) {
        return encode(List.of(text)).get(0);
    }

    /** The vector of a question, which bge wants prefixed. */
    public float[] encodeQuery(String question) {
        return encode(QUERY_PREFIX + question);
    }

    @Override
    public int count(String text) {
        return tokenizer.count(text);
    }

    /** The vectors of texts that are tokenised already. */
    private List<float[]> encodeTokens(long[][] ids) {
        int[] lengths = Arrays.stream(ids).mapToInt(row -> row.length).toArray();
        float[][] vectors = new float[ids.length][];
        List<List<Integer>> batches = TokenBatches.of(lengths, batchTokens);
        if (batches.size() == 1) {
            encodeBatch(ids, batches.get(0), vectors);
        } else {
            List<Future<?>> running = new ArrayList<>();
            batches.forEach(batch -> running.add(workers.submit(() -> encodeBatch(ids, batch, vectors))));
            running.forEach(Encoder::await);
        }
        return Arrays.asList(vectors);
    }

    private void encodeBatch(long[][] ids, List<Integer> batch, float[][] vectors) {
        int columns = ids[batch.get(0)].length;
        long[] tokens = new long[batch.size() * columns];
        long[] mask = new long[tokens.length];
        for (int row = 0; row < batch.size(); row++) {
            long[] input = ids[batch.get(row)];
            System.arraycopy(input, 0, tokens, row * columns, input.length);
            Arrays.fill(mask, row * columns, row * columns + input.length, 1);
        }
        Map<String, long[]> inputs =
                Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", new long[tokens.length]);
        float[] hidden = onnx.run(batch.size(), inputs, Map.of());
        for (int row = 0; row < batch.size(); row++) {
            int cls = row * columns * DIMENSION;
            vectors[batch.get(row)] = normalised(Arrays.copyOfRange(hidden, cls, cls + DIMENSION));
        }
    }

    private static float[] normalised(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    private static void await(Future<?> batch) {
        try {
            batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InferenceException(InferenceException.Category.RUN, "Encoding was interrupted", e);
        } catch (ExecutionException e) {
            throw new InferenceException(InferenceException.Category.RUN, "Encoding failed", e.getCause());
        }
    }

    /** Frees the weights; call it when nothing is being encoded any more. */
    @Override
    public void close() {
        workers.shutdown();
        onnx.close();
        tokenizer.close();
    }
}
