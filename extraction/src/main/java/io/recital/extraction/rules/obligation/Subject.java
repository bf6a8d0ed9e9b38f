package io.recital.extraction.rules.obligation;

import static java.util.Objects.requireNonNull;

/**
 * Who a sentence says something about.
 *
 * @param words as written, such as {@code Supplier} or {@code each party}
 * @param term the party term to resolve, such as {@code Supplier}
 * @param none whether it denies all parties, as {@code neither party} does
 * @param sure how surely it is a party: 1 for a defined term, less for a pronoun or a party's staff
 */
record Subject(String words, String term, boolean none, double sure) {
    Subject {
        requireNonNull(words, "words");
        requireNonNull(term, "term");
    }

    Subject lessSure(double factor) {
        return new Subject(words, term, none, sure * factor);
    }
}
