package io.recital.retrieval.words;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How much a word tells among things that may be meant: more, the fewer of them hold it. */
public final class Rarity {
    private final Map<String, Integer> holders = new HashMap<>();
    private int size;

    /** @param pool for each thing the meanings of its words */
    public Rarity(Collection<Set<String>> pool) {
        pool.forEach(this::add);
    }

    public void add(Set<String> meanings) {
        size++;
        meanings.forEach(meaning -> holders.merge(meaning, 1, Integer::sum));
    }

    public double weight(String meaning) {
        return Math.log(1 + (size + 1.0) / (holders.getOrDefault(meaning, 0) + 0.5));
    }

    /** Whether any of them holds it. */
    public boolean isKnown(String meaning) {
        return holders.containsKey(meaning);
    }
}
