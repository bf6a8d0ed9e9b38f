package io.recital.models.family;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a document stands to another of its family.
 *
 * @param contract id of the contract whose document it is
 * @param to id of the other contract, null for one that is missing
 * @param toName the other as the text names it
 * @param signed null when not known
 * @param effective from when; null when not known
 * @param confidence between 0 and 1
 * @param evidence the words it was read from
 */
public record DocumentRelation(
        UUID contract,
        RelationKind kind,
        @Nullable UUID to,
        String toName,
        @Nullable LocalDate signed,
        @Nullable LocalDate effective,
        double confidence,
        List<Citation> evidence) {
    public DocumentRelation {
        requireNonNull(contract, "contract");
        requireNonNull(kind, "kind");
        requireNonNull(toName, "toName");
        evidence = List.copyOf(evidence);
    }
}
