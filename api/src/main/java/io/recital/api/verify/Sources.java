package io.recital.api.verify;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Where the check reads what an answer claims to rest on. */
public interface Sources {
    /** The stored text of a document version; empty when there is none with this id. */
    Optional<String> text(UUID document);

    /** A performance fact as it is known now; empty when there is none with this id. */
    Optional<JsonNode> fact(String kind, String row);

    /** The title of a contract; the empty string when there is none with this id. */
    String title(UUID contract);
}
