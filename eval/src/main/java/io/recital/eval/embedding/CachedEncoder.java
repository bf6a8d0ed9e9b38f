package io.recital.eval.embedding;

import static java.util.Objects.requireNonNull;

import io.recital.models.inference.TextEncoder;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An encoder that remembers on disk what it has encoded, and can be killed and started again. */
public final class CachedEncoder implements TextEncoder, Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(CachedEncoder.class);
    private static final int CHECKPOINT = 1024;

    private final TextEncoder encoder;
    private final EmbeddingCache cache;

    public CachedEncoder(TextEncoder encoder, Path directory) throws IOException {
        this.encoder = requireNonNull(encoder, "encoder");
        this.cache = EmbeddingCache.open(directory, encoder.modelId());
    }

    /** Where vectors are kept when nobody says otherwise. */
    public static Path defaultDirectory() {
        return Path.of(System.getProperty("user.home"), ".cache", "recital", "embeddings");
    }

    @Override
    public String modelId() {
        return encoder.modelId();
    }

    @Override
    public List<float[]> encode(List<String> texts) {
        Set<String> unknown = new LinkedHashSet<>();
        for (String text : texts) {
            if (cache.find(text).isEmpty()) {
                unknown.add(text);
            }
        }
        remember(List.copyOf(unknown));
        return texts.stream().map(text -> cache.find(text).orElseThrow()).toList();
    }

    private void remember(List<String> texts) {
        for (int from = 0; from < texts.size(); from += CHECKPOINT) {
            List<String> part = texts.subList(from, Math.min(texts.size(), from + CHECKPOINT));
            try {
                cache.put(part, encoder.encode(part));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write the embedding cache", e);
            }
            if (texts.size() > CHECKPOINT) {
                LOG.info("Encoded {} of {} texts", from + part.size(), texts.size());
            }
        }
    }

    @Override
    public void close() throws IOException {
        cache.close();
    }
}
