package io.recital.models.store;

import io.recital.models.fact.SourcedFact;
import java.util.List;

/**
 * What the storing of facts changed.
 *
 * @param added that were not known
 * @param changed that said otherwise before; what they said is kept
 * @param unchanged that were known as they are
 * @param foreign that were not stored: their id is that of another feed's row which says otherwise
 */
public record StoredFacts(int added, int changed, int unchanged, List<SourcedFact> foreign) {
    public StoredFacts {
        foreign = List.copyOf(foreign);
    }
}
