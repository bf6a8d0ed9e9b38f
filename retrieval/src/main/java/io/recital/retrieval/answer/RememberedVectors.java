package io.recital.retrieval.answer;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Sha256;
import io.recital.models.inference.TextEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Encodes sentences once that question after question is held against. Safe for use by several threads. */
final class RememberedVectors implements TextEncoder {
    /** About 16 MB. */
    private static final int KEPT = 8192;

    private final TextEncoder encoder;
    private final Map<String, float[]> kept = Collections.synchronizedMap(new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > KEPT;
        }
    });

    RememberedVectors(TextEncoder encoder) {
        this.encoder = requireNonNull(encoder, "encoder");
    }

    @Override
    public String modelId() {
        return encoder.modelId();
    }

    @Override
    public List<float[]> encode(List<String> texts) {
        List<String> keys =
                texts.stream().map(text -> Sha256.of(text).toString()).toList();
        Map<String, float[]> vectors = new LinkedHashMap<>();
        Map<String, String> unknown = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            float[] known = kept.get(keys.get(i));
            if (known == null) {
                unknown.put(keys.get(i), texts.get(i));
            } else {
                vectors.put(keys.get(i), known);
            }
        }
        List<float[]> fresh = unknown.isEmpty() ? List.of() : encoder.encode(List.copyOf(unknown.values()));
        List<String> missing = new ArrayList<>(unknown.keySet());
        for (int i = 0; i < missing.size(); i++) {
            vectors.put(missing.get(i), fresh.get(i));
            kept.put(missing.get(i), fresh.get(i));
        }
        return keys.stream()
                .map(key -> Objects.requireNonNull(vectors.get(key)).clone())
                .toList();
    }
}
