package io.recital.api.verify;

import java.util.Optional;
import java.util.UUID;

/** Where the check reads what an answer claims to rest on. */
public interface Sources {
    /** The stored text of a document version; empty when there is none with this id. */
    Optional<String> text(UUID document);

    /** The title of a contract; the empty string when there is none with this id. */
    String title(UUID contract);
}
