package io.recital.models.ledger.spend;

import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.Levers;
import io.recital.models.ledger.lever.NameWords;
import java.util.List;
import java.util.regex.Pattern;

/** The invoice lines by which what is missing of a commitment was charged. */
final class ShortfallInvoice {
    private static final Pattern SETTLED = Pattern.compile(
            "\\bshort(?:fall|age)\\b|\\btake[- ]or[- ]pay|\\bdeficiency\\b|\\bminimum\\s+(?:commitment|quantity|volume|purchase|turnover|spend|charge)|Mindest(?:menge|abnahme|umsatz)|Fehlmenge|Mindermenge",
            Pattern.CASE_INSENSITIVE);

    private ShortfallInvoice() {}

    static boolean isOne(InvoiceLine line) {
        return SETTLED.matcher(line.description()).find();
    }

    /** Those for a year; of several commitments that which names the item, where some lines name one. */
    static List<InvoiceLine> of(Dossier dossier, Commitment commitment, Period year) {
        Direction direction = dossier.isOfASeller() ? Direction.ISSUED : Direction.RECEIVED;
        List<InvoiceLine> all = dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == direction && isOne(line))
                .filter(line -> isFor(line, year))
                .toList();
        NameWords item = NameWords.of(commitment.term().text(Name.ITEM));
        List<InvoiceLine> named = all.stream()
                .filter(line ->
                        NameWords.of(line.description() + " " + line.product()).holds(item))
                .toList();
        return !named.isEmpty()
                ? named
                : all.stream()
                        .filter(line -> !namesAnother(dossier, line, item))
                        .toList();
    }

    /** Whether a line names the item of another commitment. */
    private static boolean namesAnother(Dossier dossier, InvoiceLine line, NameWords item) {
        return new Levers(dossier.family())
                .everStated(LeverType.MINIMUM_COMMITMENT)
                .map(term -> NameWords.of(term.text(Name.ITEM)))
                .anyMatch(other -> !other.equals(item)
                        && NameWords.of(line.description() + " " + line.product())
                                .holds(other));
    }

    /** By its service where it has one that ends with the year, or else by its date. */
    private static boolean isFor(InvoiceLine line, Period year) {
        Period service = line.service();
        if (service != null && service.days() > 1) {
            return year.holds(service.to()) && service.overlaps(year);
        }
        return !line.invoiceDate().isBefore(year.to().minusMonths(1))
                && line.invoiceDate().isBefore(year.to().plusYears(1));
    }
}
