package io.recital.samples.truth;

import io.recital.samples.evidence.WrittenQuote;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one document stands to another.
 *
 * @param to the other document, by the name of its source; null or a free name where it is missing
 */
public record Relation(
        String document,
        Kind relation,
        @Nullable String to,
        @Nullable LocalDate signed,
        @Nullable LocalDate effective,
        List<WrittenQuote> quotes,
        @Nullable String note) {
    /** The relations that are planted. */
    public enum Kind {
        AMENDS,
        RESTATES,
        SUPPLEMENTS,
        OVERRIDES,
        SCHEDULE_TO,
        DUPLICATE_OF,
        UNSIGNED,
        REFERS_TO_MISSING,
        WAIVES;

        boolean needsTarget() {
            return this != UNSIGNED && this != REFERS_TO_MISSING && this != WAIVES;
        }
    }

    public Relation {
        if (document == null || relation == null) {
            throw new IllegalArgumentException("A relation needs \"document\" and \"relation\"");
        }
        quotes = quotes == null ? List.of() : List.copyOf(quotes);
    }
}
