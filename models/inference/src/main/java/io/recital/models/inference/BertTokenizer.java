package io.recital.models.inference;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Turns text into the token ids that the encoder reads; safe for use by several threads. */
public final class BertTokenizer implements TokenCounter, AutoCloseable {
    /** Longest input of a BERT model, the leading {@code [CLS]} and the closing {@code [SEP]} included. */
    public static final int MAX_TOKENS = 512;

    static {
        // The library would otherwise ask a cloud's metadata service where it runs, and report its use.
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
    }

    private final HuggingFaceTokenizer tokenizer;

    private BertTokenizer(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Loads a {@code tokenizer.json} from the class path. */
    public static BertTokenizer ofResource(String path) {
        try (InputStream in = Resources.open(path)) {
            return new BertTokenizer(
                    HuggingFaceTokenizer.newInstance(in, Map.of("padding", "false", "truncation", "false")));
        } catch (IOException e) {
            throw new InferenceException(InferenceException.Category.WEIGHTS, "Cannot read the tokenizer " + path, e);
        }
    }

    /** The ids of the text with {@code [CLS]} and {@code [SEP]}; of a longer text the first 512, {@code [SEP]} last. */
    public long[] ids(String text) {
        long[] ids = tokenizer.encode(text, true, false).getIds();
        if (ids.length <= MAX_TOKENS) {
            return ids;
        }
        long[] truncated = java.util.Arrays.copyOf(ids, MAX_TOKENS);
        truncated[MAX_TOKENS - 1] = ids[ids.length - 1];
        return truncated;
    }

    /** The ids of a piece of text without {@code [CLS]} and {@code [SEP]}, however many. */
    public long[] idsWithin(String text) {
        return tokenizer.encode(text, false, false).getIds();
    }

    @Override
    public int count(String text) {
        return idsWithin(text).length;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
