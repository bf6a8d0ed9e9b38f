package io.recital.retrieval.portfolio;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.FactType;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LeverType;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What contracts are asked about alike.
 *
 * @param name for a reader
 * @param source where its value comes from
 * @param kind of the findings that state it
 * @param types within the kind; empty for any
 * @param words by which questions and contracts speak of it
 */
record Subject(String name, Source source, FindingKind kind, Set<String> types, Pattern words) {
    /** Where the value of a subject comes from. */
    enum Source {
        /** A finding states it as its own value. */
        STATED,
        /** The most that credits of a measure come to. */
        CREDIT_CAP,
        /** By when a credit of a measure must be claimed. */
        CLAIM_WINDOW,
        /** A sentence that a clause label marks; the value is read from its words. */
        MARKED,
        /** The end of the current term, renewals that have happened counted. */
        END,
        /** The last day on which a notice still works. */
        NOTICE_DATE,
        /** The currency of its amounts. */
        CURRENCY
    }

    Subject {
        requireNonNull(name, "name");
        requireNonNull(source, "source");
        requireNonNull(kind, "kind");
        requireNonNull(words, "words");
        types = Set.copyOf(types);
    }

    /** Whether it is a fact of a type. */
    boolean isFact(FactType type) {
        return kind == FindingKind.FACT && types.contains(type.label());
    }

    boolean isLever(LeverType type) {
        return kind == FindingKind.LEVER && types.contains(type.label());
    }
}
