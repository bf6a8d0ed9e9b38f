package io.recital.models.governance;

import java.util.Arrays;
import java.util.List;
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
    /** Credits that the counterparty owed for misses and gave in full: credited, or allowed when they were claimed. */
    CREDITS("credits given"),
    /** The counterparty's corrective actions that were done by their day. */
    ACTIONS("actions in time"),
    /** The days that were agreed for the counterparty's corrective actions, of those that they took. */
    RESPONSIVENESS("action days agreed of taken");

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

    /** All in lower case, such as {@code measures, duties or invoices}. */
    public static String labels() {
        List<String> labels = Arrays.stream(values()).map(ScorePart::label).toList();
        int last = labels.size() - 1;
        return String.join(", ", labels.subList(0, last)) + " or " + labels.get(last);
    }

    public static Optional<ScorePart> find(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label().equals(label))
                .findFirst();
    }
}
