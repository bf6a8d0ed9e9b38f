package io.recital.models.ledger.duty;

import io.recital.models.fact.ContractEvent;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/** Events that tell of something else than its doing: a reminder, a refusal, a reply that it is not ready. */
final class Undone {
    private static final double MOST = 0.6;
    private static final Pattern TOLD = Pattern.compile(
            "\\b(?:not|non|never|missing|overdue|outstanding|remind\\w*|chas(?:er|ed|ing)|dunning|mahnung|requested|asked|refused|rejected|withdrawn|cancell?ed|draft|failed|failure|late|delayed|postponed|planned|scheduled|extension|repl(?:y|ied)|response|answer|acknowledg\\w*|enquiry|query|complaint)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STILL_OPEN = Pattern.compile(
            "\\b(?:not\\s+(?:received|delivered|sent|provided|submitted)|missing|overdue|outstanding|remind\\w*|chas(?:er|ed)|mahnung)\\b",
            Pattern.CASE_INSENSITIVE);

    private Undone() {}

    /**
     * Whether the name of an event says that it is not the doing itself.
     *
     * @param action words of what is to be done, which may be to reply
     */
    static boolean isToldBy(ContractEvent event, Set<String> action) {
        return TOLD.matcher(name(event))
                .results()
                .anyMatch(told -> !action.containsAll(DutyWords.of(told.group()))
                        || DutyWords.of(told.group()).isEmpty());
    }

    /** Whether somebody said after a day that what a duty is about had not come yet. */
    static boolean isStillOpen(Duty duty, LocalDate due, Collection<ContractEvent> events) {
        return events.stream()
                .anyMatch(event -> event.date().isAfter(due)
                        && event.date().isBefore(due.plusMonths(6))
                        && STILL_OPEN.matcher(name(event)).find()
                        && duty.paper()
                                .filter(DutyWords.of(name(event) + " " + event.subject())::contains)
                                .isPresent()
                        && DutyWords.share(DutyWords.withoutTime(event.subject()), duty.words()) >= MOST);
    }

    private static String name(ContractEvent event) {
        return event.event().replaceAll("[-_]+", " ");
    }
}
