package io.recital.models.store;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.Passage;
import org.jspecify.annotations.Nullable;

/**
 * A passage and its vector.
 *
 * @param embedding null where no model that is at hand can embed its language
 */
public record EmbeddedPassage(Passage passage, @Nullable Embedding embedding) {
    public EmbeddedPassage {
        requireNonNull(passage, "passage");
    }
}
