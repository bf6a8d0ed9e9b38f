package io.recital.models.ledger.duty;

import io.recital.models.fact.ContractEvent;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells which event shows that a breach was put right or a dispute settled. */
final class Closing {
    private static final double MOST = 0.5;
    private static final Pattern PUT_RIGHT = Pattern.compile(
            "\\b(?:cured|remedied|rectified|resolved|settled|corrected|withdrawn|closed)\\b", Pattern.CASE_INSENSITIVE);

    private Closing() {}

    static boolean isMeantBy(ContractEvent event) {
        return PUT_RIGHT.matcher(event.event().replaceAll("[-_]+", " ")).find();
    }

    /** The first since a notice that is about the same. */
    static Optional<ContractEvent> of(ContractEvent notice, boolean only, Collection<ContractEvent> events) {
        return events.stream()
                .filter(event -> !event.date().isBefore(notice.date())
                        && !event.equals(notice)
                        && isMeantBy(event)
                        && isAboutTheSame(event, notice, only))
                .min(Comparator.comparing(ContractEvent::date));
    }

    /** Both name it by number or reference, or, where there is one notice only, most of what it is about. */
    static boolean isAboutTheSame(ContractEvent event, ContractEvent notice, boolean only) {
        boolean sameNumber = !event.reference().isBlank() && event.reference().equals(notice.reference());
        return sameNumber
                || TriggeredDuties.nameTheSame(notice, event)
                || (only
                        && DutyWords.share(
                                        DutyWords.withoutTime(notice.subject()), DutyWords.withoutTime(event.subject()))
                                >= MOST);
    }
}
