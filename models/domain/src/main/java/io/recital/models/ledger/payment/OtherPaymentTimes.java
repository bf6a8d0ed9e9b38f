package io.recital.models.ledger.payment;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.ContractEvent;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.StatedTime;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Times for payment that the contract states beside its payment term, such as for single results: {@code one-off payments, each
 * 30 days after the Buyer has accepted the result}. A due date that one of them explains is not held to be too early.
 */
final class OtherPaymentTimes {
    private static final Pattern PAYMENT = Pattern.compile(
            "\\b(?:pay(?:ments?|able|s)?|paid|instalments?|falls?\\s+due|due)\\b", Pattern.CASE_INSENSITIVE);

    private static final int STEM = 5;

    private final Dossier dossier;

    OtherPaymentTimes(Dossier dossier) {
        this.dossier = dossier;
    }

    /** The words by which an invoice was due on the day that the tenant's system has: so long after it, or after some event. */
    Optional<Citation> explaining(Invoice invoice, LocalDate due, PaymentTerm term) {
        return dossier.family().inForce(invoice.date()).stream()
                .flatMap(member -> Stream.concat(
                        member.findings().stream().flatMap(finding -> finding.citations().stream()),
                        Stream.concat(member.beside().sentences().stream(), member.beside().charges().stream())))
                .filter(said -> PAYMENT.matcher(said.quote()).find() && !isOf(term, said))
                .filter(said -> StatedTime.anyIn(said.quote())
                        .filter(time -> isDueAfter(time, said.quote(), invoice, due))
                        .isPresent())
                .findFirst();
    }

    private static boolean isOf(PaymentTerm term, Citation said) {
        return term.term().rests().stream()
                .anyMatch(finding -> finding.citations().contains(said));
    }

    private boolean isDueAfter(TimeSpan time, String said, Invoice invoice, LocalDate due) {
        return Stream.concat(
                        Stream.of(invoice.date()),
                        dossier.facts().events().stream()
                                .filter(event -> isNamed(event, said))
                                .map(ContractEvent::date))
                .anyMatch(day -> day.isBefore(due) && time.after(day).equals(due));
    }

    /** Whether a word of an event's name stands in the sentence, in whatever form. */
    private static boolean isNamed(ContractEvent event, String said) {
        String words = said.toLowerCase(Locale.ROOT);
        return Arrays.stream(event.event().toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> word.length() >= STEM)
                .anyMatch(word -> words.contains(word.substring(0, STEM)));
    }
}
