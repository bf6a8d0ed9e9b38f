package io.recital.extraction.rules.wording;

import io.recital.models.contract.ContractReading;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Function;

/** Keeps what was computed for the readings asked about last, because extractors are asked clause by clause. */
public final class ReadingCache<T> {
    private static final int KEPT = 4;

    private final Function<ContractReading, T> compute;
    private final Deque<Kept<T>> kept = new ArrayDeque<>();

    public ReadingCache(Function<ContractReading, T> compute) {
        this.compute = compute;
    }

    /** What belongs to this very reading; computed when it was not asked for lately. */
    @SuppressWarnings("ReferenceEquality") // comparing two readings by value would compare their whole texts
    public synchronized T get(ContractReading reading) {
        for (Iterator<Kept<T>> all = kept.iterator(); all.hasNext(); ) {
            Kept<T> one = all.next();
            if (one.reading == reading) {
                return one.value;
            }
        }
        T value = compute.apply(reading);
        kept.addFirst(new Kept<>(reading, value));
        if (kept.size() > KEPT) {
            kept.removeLast();
        }
        return value;
    }

    private record Kept<T>(ContractReading reading, T value) {}
}
