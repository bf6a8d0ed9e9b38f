package io.recital.models.ledger.invoice;

import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.InvoiceLine;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether the tenant agreed to a charge: consents, approvals and orders on record, and which of them are for an invoice line. */
final class Consent {
    private static final Pattern GIVEN = Pattern.compile(
            "(?i)consent|approv|agreed|accepted|authori[sz]|permitted|genehmig|zustimmung|freigabe|ordered");
    private static final Pattern NOT_GIVEN =
            Pattern.compile("(?i)request|asked|refus|reject|declin|denied|withdr|milestone|beantragt|abgelehnt");
    private static final ItemWords OF_CONSENT =
            ItemWords.of("consent approval written agreed accepted request requested");

    private final List<ContractEvent> given;

    Consent(List<ContractEvent> events) {
        this.given = events.stream()
                .filter(event -> GIVEN.matcher(event.event()).find()
                        && !NOT_GIVEN.matcher(event.event()).find())
                .toList();
    }

    /** Whether such events are recorded at all: if not, that one is missing says nothing. */
    boolean isRecorded() {
        return !given.isEmpty();
    }

    /** Whether one given by a day is for the line: it names the invoice or order, or says in words what the line says. */
    boolean isGiven(InvoiceLine line, LocalDate by) {
        return given.stream().anyMatch(event -> !event.date().isAfter(by) && isFor(event, line));
    }

    private static boolean isFor(ContractEvent event, InvoiceLine line) {
        String reference = ItemWords.normalised(event.reference());
        ItemWords subject = ItemWords.of(event.subject()).without(OF_CONSENT);
        ItemWords said = ItemWords.of(line.description() + " " + line.product());
        boolean named = !reference.isEmpty() && reference.equals(ItemWords.normalised(line.invoice()));
        ItemWords days = subject.without(ItemWords.undated(event.subject()));
        boolean sameDays = days.isEmpty() || said.hold(days);
        ItemWords dayAndMonth = new ItemWords(
                days.all().stream().filter(day -> !day.matches("20\\d\\d")).collect(Collectors.toSet()));
        boolean onItsDay = said.hold(dayAndMonth)
                && said.common(ItemWords.undated(event.subject()).without(OF_CONSENT)) >= 2;
        boolean ordered = sameDays
                && !reference.isEmpty()
                && reference.equals(ItemWords.normalised(line.order()))
                && ItemWords.undated(event.subject()).touch(ItemWords.undated(line.description()));
        return named || onItsDay || said.hold(subject) || (ordered && said.common(subject) * 2 >= subject.size());
    }
}
