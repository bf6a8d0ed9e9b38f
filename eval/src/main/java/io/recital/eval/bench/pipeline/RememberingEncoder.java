package io.recital.eval.bench.pipeline;

import io.recital.models.inference.TextEncoder;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Keeps the vectors that it has made, so that what is not timed need not be encoded again. */
final class RememberingEncoder implements TextEncoder {
    private final TextEncoder encoder;
    private final Map<String, float[]> vectors = new HashMap<>();

    RememberingEncoder(TextEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public String modelId() {
        return encoder.modelId();
    }

    @Override
    public synchronized List<float[]> encode(List<String> texts) {
        List<String> unknown = List.copyOf(new LinkedHashSet<>(
                texts.stream().filter(text -> !vectors.containsKey(text)).toList()));
        List<float[]> made = encoder.encode(unknown);
        for (int i = 0; i < unknown.size(); i++) {
            vectors.put(unknown.get(i), made.get(i));
        }
        return texts.stream().map(vectors::get).toList();
    }
}
