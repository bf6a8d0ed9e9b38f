package io.recital.retrieval.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An earlier question of the same conversation, and where its answer stood.
 *
 * @param places that the answer cited, or the nearest passages where it abstained; may be empty
 */
public record Turn(String question, List<Place> places) {
    /**
     * A clause of a document version.
     *
     * @param path of the clause, such as {@code 7.2(b)}
     */
    public record Place(UUID contract, UUID document, String path) {
        public Place {
            requireNonNull(contract, "contract");
            requireNonNull(document, "document");
            requireNonNull(path, "path");
        }
    }

    public Turn {
        requireNonNull(question, "question");
        places = List.copyOf(places);
    }

    /** The contracts in which the answer stood. */
    public Set<UUID> contracts() {
        return places.stream().map(Place::contract).collect(Collectors.toUnmodifiableSet());
    }
}
