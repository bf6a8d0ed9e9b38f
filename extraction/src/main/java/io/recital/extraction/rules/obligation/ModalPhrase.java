package io.recital.extraction.rules.obligation;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.Modality;

/**
 * Words that make a sentence a duty, prohibition or right.
 *
 * @param start Java string index of its first character
 * @param end Java string index of the first character of the action
 * @param modality what they make of it
 * @param weight how strongly they say it, between 0 and 1
 * @param passive whether the action is done to the subject ({@code shall be paid})
 */
record ModalPhrase(int start, int end, Modality modality, double weight, boolean passive) {
    ModalPhrase {
        requireNonNull(modality, "modality");
    }
}
