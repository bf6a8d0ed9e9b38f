package io.recital.models.fact;

import java.util.EnumMap;
import java.util.Map;

/** How the files of a feed are read: what people stated, and what earlier files of the feed decided. */
public record FeedMapping(Map<FactKind, KindMapping> kinds) {
    /** Nothing is stated. */
    public static final FeedMapping NONE = new FeedMapping(Map.of());

    public FeedMapping {
        kinds = Map.copyOf(kinds);
    }

    public KindMapping of(FactKind kind) {
        return kinds.getOrDefault(kind, KindMapping.NONE);
    }

    /** This one, and where it says nothing, the other. */
    public FeedMapping orElse(FeedMapping other) {
        Map<FactKind, KindMapping> both = new EnumMap<>(FactKind.class);
        both.putAll(other.kinds);
        kinds.forEach((kind, mapping) -> both.put(kind, mapping.orElse(other.of(kind))));
        return new FeedMapping(both);
    }
}
