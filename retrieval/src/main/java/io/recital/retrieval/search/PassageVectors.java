package io.recital.retrieval.search;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The vectors that passages were embedded as. */
public interface PassageVectors {
    /** Of those passages that the model has embedded, by their ids. Call it in the name of a tenant. */
    Map<UUID, float[]> find(Collection<UUID> passages, String model);
}
