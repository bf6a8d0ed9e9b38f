package io.recital.models.store;

import io.recital.models.fact.FactKind;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which facts are meant.
 *
 * @param kinds empty for all
 * @param vendors keys of vendors, the empty key for facts about nobody; empty for all
 * @param knownAt as they were known then; null as they are known now
 */
public record FactSelection(
        Set<FactKind> kinds, Set<String> vendors, @Nullable Instant knownAt) {
    /** All that is known now. */
    public static final FactSelection ALL = new FactSelection(Set.of(), Set.of(), null);

    public FactSelection {
        kinds = Set.copyOf(kinds);
        vendors = Set.copyOf(vendors);
    }

    /** All of some kinds. */
    public static FactSelection of(FactKind... kinds) {
        return new FactSelection(Set.of(kinds), Set.of(), null);
    }

    /** Of these vendors only. */
    public FactSelection about(Set<String> keys) {
        return new FactSelection(kinds, keys, knownAt);
    }

    /** As they were known on an instant. */
    public FactSelection knownAt(Instant instant) {
        return new FactSelection(kinds, vendors, instant);
    }
}
