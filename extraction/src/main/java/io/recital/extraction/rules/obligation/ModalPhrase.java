package io.recital.extraction.rules.obligation;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.Modality;
import org.jspecify.annotations.Nullable;

/**
 * Words that make a sentence a duty, prohibition or right.
 *
 * @param start Java string index of its first character
 * @param end Java string index of the first character of the action
 * @param modality what they make of it
 * @param weight how strongly they say it, between 0 and 1
 * @param verb the action's verb in its base form where the phrase holds it ({@code insures}); null when it follows
 */
record ModalPhrase(
        int start,
        int end,
        Modality modality,
        double weight,
        Voice voice,
        @Nullable String verb) {
    /** Whether the subject acts. */
    enum Voice {
        ACTIVE,
        /** The action is done to the subject: {@code shall be paid}. */
        PASSIVE
    }

    ModalPhrase {
        requireNonNull(modality, "modality");
        requireNonNull(voice, "voice");
    }

    ModalPhrase(int start, int end, Modality modality, double weight) {
        this(start, end, modality, weight, Voice.ACTIVE, null);
    }
}
