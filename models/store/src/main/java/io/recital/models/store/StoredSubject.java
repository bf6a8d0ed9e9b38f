package io.recital.models.store;

import io.recital.models.fact.FactSubject;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one subject that hold now.
 *
 * @param subject null for facts about nobody
 * @param rows how many there are
 * @param latest the highest of their numbers: a fact that is added or changed has a higher one
 */
public record StoredSubject(@Nullable FactSubject subject, long rows, long latest) {}
