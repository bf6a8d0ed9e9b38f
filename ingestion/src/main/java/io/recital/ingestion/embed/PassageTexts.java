package io.recital.ingestion.embed;

import io.recital.models.clause.Passage;
import io.recital.models.clause.Segmentation;
import io.recital.models.evidence.Sha256;
import io.recital.models.inference.TextEncoder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * What there is to encode of a document: each distinct text once, and which passage bears it. Passages in a language that
 * the encoder was not trained on bear none. Ingestion and the benchmark encode through this.
 */
public final class PassageTexts {
    private static final int BATCH = 64;

    private final Map<Passage, Sha256> hashes = new HashMap<>();
    private final Map<Sha256, String> texts = new LinkedHashMap<>();

    /** The texts of a segmentation's passages. */
    public PassageTexts(Segmentation segmentation) {
        EmbeddingText context = new EmbeddingText(segmentation);
        for (Passage passage : segmentation.passages()) {
            if (isEncodable(passage)) {
                String text = context.of(passage);
                Sha256 hash = Sha256.of(text);
                hashes.put(passage, hash);
                texts.put(hash, text);
            }
        }
    }

    private static boolean isEncodable(Passage passage) {
        return passage.language().equals("en") || passage.language().equals("und");
    }

    /** The distinct texts by their hashes. */
    public Map<Sha256, String> texts() {
        return Map.copyOf(texts);
    }

    Optional<Sha256> hashOf(Passage passage) {
        return Optional.ofNullable(hashes.get(passage));
    }

    /**
     * The vectors of the texts that have none yet, texts of like length together.
     *
     * @param known vectors that there are already
     * @param progress told how many were made so far, rising
     */
    public Map<Sha256, float[]> encode(TextEncoder encoder, Map<Sha256, float[]> known, IntConsumer progress) {
        Map<Sha256, float[]> vectors = new HashMap<>(known);
        List<Map.Entry<Sha256, String>> missing = texts.entrySet().stream()
                .filter(entry -> !vectors.containsKey(entry.getKey()))
                .sorted(Comparator.comparingInt(entry -> entry.getValue().length()))
                .toList();
        for (int from = 0; from < missing.size(); from += BATCH) {
            List<Map.Entry<Sha256, String>> batch = missing.subList(from, Math.min(missing.size(), from + BATCH));
            List<float[]> encoded =
                    encoder.encode(batch.stream().map(Map.Entry::getValue).toList());
            for (int i = 0; i < batch.size(); i++) {
                vectors.put(batch.get(i).getKey(), encoded.get(i));
            }
            progress.accept(from + batch.size());
        }
        return vectors;
    }
}
