package io.recital.retrieval.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
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

        /** Whether a clause stands in the same section: 7.2(b) beside 7.4, paragraph 4.1 of a schedule beside 4.3. */
        public boolean isBeside(UUID otherDocument, String otherPath) {
            return document.equals(otherDocument) && section(path).equals(section(otherPath));
        }

        private static String section(String path) {
            String whole = LETTERED.matcher(path).replaceFirst("");
            return LAST_NUMBER.matcher(whole).replaceFirst("");
        }
    }

    private static final Pattern LETTERED = Pattern.compile("(?:\\([^)]*\\))+$");
    private static final Pattern LAST_NUMBER = Pattern.compile("(?<=\\d)\\.\\d+$");

    public Turn {
        requireNonNull(question, "question");
        places = List.copyOf(places);
    }

    /** The contracts in which the answer stood. */
    public Set<UUID> contracts() {
        return places.stream().map(Place::contract).collect(Collectors.toUnmodifiableSet());
    }
}
