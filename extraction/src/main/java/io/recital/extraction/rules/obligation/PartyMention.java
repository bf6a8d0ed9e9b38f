package io.recital.extraction.rules.obligation;

import static java.util.Objects.requireNonNull;

/**
 * A place where wording names a party.
 *
 * @param start Java string index of its first character, article included
 * @param end Java string index after its last character
 * @param words as written, without article
 */
record PartyMention(int start, int end, String words, Sort sort) {
    /** How it names the party. */
    enum Sort {
        /** By a defined term or its name. */
        DEFINED,
        /** By a role that contracts use, not defined here. */
        ROLE,
        /** As a group of parties: each party, the parties. */
        GROUP,
        /** As none of them: neither party. */
        NONE,
        /** As the writer or the reader: we, you. */
        PERSON,
        /** By its people: Supplier's personnel. */
        STAFF,
        PRONOUN
    }

    PartyMention {
        requireNonNull(words, "words");
        requireNonNull(sort, "sort");
    }
}
