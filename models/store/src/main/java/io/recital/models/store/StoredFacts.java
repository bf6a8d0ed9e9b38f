package io.recital.models.store;

import io.recital.models.fact.SourcedFact;
import java.util.List;

/**
 * What the storing of facts changed.
 *
 * @param added that were not known
 * @param changed that said otherwise before; what they said is kept
 * @param unchanged that were known as they are
 * @param foreign that were not stored, with the feed whose row has their id and says otherwise
 */
public record StoredFacts(int added, int changed, int unchanged, List<Foreign> foreign) {
    /** A fact that was not stored, and the feed that has its id. */
    public record Foreign(SourcedFact fact, String feed) {}

    public StoredFacts {
        foreign = List.copyOf(foreign);
    }
}
