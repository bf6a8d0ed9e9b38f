package io.recital.extraction.rules.value;

import java.util.List;
import java.util.Optional;

/** Reads one sort of value from contract wording; stateless and safe to share. */
public interface ValueParser {
    /** All values in text order, without overlaps. */
    List<ValueMatch> findAll(String text);

    /** The first value at or after a Java string index. */
    default Optional<ValueMatch> findFrom(String text, int from) {
        return findAll(text).stream().filter(match -> match.start() >= from).findFirst();
    }

    /** The first value. */
    default Optional<ValueMatch> findFirst(String text) {
        return findAll(text).stream().findFirst();
    }
}
