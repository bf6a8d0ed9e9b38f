package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A duty, prohibition or right.
 *
 * @param obligor who owes (for a right: who holds it)
 * @param obligee who is owed, null when the text does not say
 * @param action what is to be done, in the contract's words
 * @param trigger what sets it off, null for none
 * @param deadline by when, null when none is stated
 * @param consequence what follows from failure, null when none is stated
 */
public record Obligation(
        Modality modality,
        PartyReference obligor,
        @Nullable PartyReference obligee,
        String action,
        @Nullable String trigger,
        @Nullable Deadline deadline,
        @Nullable String consequence)
        implements FindingContent {
    public Obligation {
        requireNonNull(modality, "modality");
        requireNonNull(obligor, "obligor");
        if (action.isBlank()) {
            throw new IllegalArgumentException("An obligation says what is to be done");
        }
    }

    @Override
    public FindingKind kind() {
        return FindingKind.OBLIGATION;
    }

    @Override
    public String type() {
        return modality.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String summary() {
        String verb =
                switch (modality) {
                    case DUTY -> " must ";
                    case PROHIBITION -> " must not ";
                    case RIGHT -> " may ";
                };
        return obligor.asWritten() + verb + action + (deadline == null ? "" : " — " + deadline.display());
    }
}
