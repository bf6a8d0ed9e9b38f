package io.recital.models.ledger.milestone;

import io.recital.models.fact.ContractEvent;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an event is in the life of a milestone. */
enum MilestoneStep {
    DELIVERED,
    REJECTED,
    ACCEPTED;

    private static final Pattern NOT = Pattern.compile(
            "\\bnot\\b|\\bun|\\bdue\\b|plan|forecast|overdue|reminder|receipt", Pattern.CASE_INSENSITIVE);
    private static final Pattern REJECT = Pattern.compile(
            "\\breject|\\brefus|\\bdeclin|\\b(?:faults?|defects?)\\s+(?:were\\s+)?(?:reported|notified|found)|abgelehnt|zur\u00fcckgewiesen",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCEPT = Pattern.compile(
            "\\baccept(?:ed|ance)|\\bcertificate\\s+(?:was\\s+)?(?:signed|granted)|\\bcertified\\b|\\bapprov(?:ed|al)|\\bsigned[- ]off|\\babgenommen|\\babnahme",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DELIVER = Pattern.compile(
            "\\b(?:re-?)?deliver(?:ed|y)\\b|\\b(?:re-?)?submitted\\b|\\bhand(?:ed)?[- ]?over\\b|\\bcomplet(?:ed?|ion)\\b|\\b(?:achieved|reached|installed|installation|commissioned|commissioning|go[- ]?live|went\\s+live)\\b|\\bready\\b|\\bgeliefert\\b|\\b\u00fcbergeben\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTICE = Pattern.compile("notice|notif|mail|letter|anzeige", Pattern.CASE_INSENSITIVE);

    /** What the event is by its name, or for a mere notice by its subject; empty for what does not move a milestone. */
    static Optional<MilestoneStep> of(ContractEvent event) {
        String name = event.event().replaceAll("[-_]+", " ");
        String words = NOTICE.matcher(name).find() ? name + " " + event.subject() : name;
        if (NOT.matcher(words).find()) {
            return Optional.empty();
        }
        if (REJECT.matcher(words).find()) {
            return Optional.of(REJECTED);
        }
        if (ACCEPT.matcher(words).find()) {
            return Optional.of(ACCEPTED);
        }
        return DELIVER.matcher(words).find() ? Optional.of(DELIVERED) : Optional.empty();
    }
}
