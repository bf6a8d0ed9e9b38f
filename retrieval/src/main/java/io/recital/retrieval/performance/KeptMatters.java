package io.recital.retrieval.performance;

import io.recital.models.report.Standing;
import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was worked out of standings, kept for the next question about the same revision; few, as the facts of a large
 * counterparty hang on them, and cleared where memory runs short. Safe for use by several threads.
 */
final class KeptMatters {
    private static final int MOST = 8;

    private final Map<String, SoftReference<List<Matter>>> kept =
            Collections.synchronizedMap(new LinkedHashMap<>(MOST, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, SoftReference<List<Matter>>> eldest) {
                    return size() > MOST;
                }
            });

    /** All that a question about a counterparty may mean. */
    List<Matter> of(Standing standing) {
        if (standing.revision().isEmpty()) {
            return AskedMatters.matters(standing.inMemory());
        }
        return Optional.ofNullable(kept.get(standing.revision()))
                .flatMap(known -> Optional.ofNullable(known.get()))
                .orElseGet(() -> keep(standing));
    }

    private List<Matter> keep(Standing standing) {
        List<Matter> matters = List.copyOf(AskedMatters.matters(standing.inMemory()));
        kept.put(standing.revision(), new SoftReference<>(matters));
        return matters;
    }
}
