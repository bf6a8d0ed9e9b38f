package io.recital.models.governance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a counterparty is scored by. */
public enum ScorePart {
    /** Periods of performance measures in which the target was met. */
    MEASURES("measures met"),
    /** Duties with a date that were done in time, as far as events are kept. */
    DUTIES("duties in time"),
    /** Invoice lines that charge what was agreed. */
    INVOICES("invoice lines right"),
    /** The counterparty's corrective actions that were done by their day. */
    ACTIONS("actions in time");

    private final String title;

    ScorePart(String title) {
        this.title = title;
    }

    /** Such as {@code measures met}. */
    public String title() {
        return title;
    }

    /** In lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ScorePart> find(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label().equals(label))
                .findFirst();
    }
}
