package io.recital.models.ledger.invoice;

import io.recital.models.fact.CreditNote;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Which credit notes give back what was overcharged: by the invoice that they name, or by what they say they are for. */
final class Credits {
    private static final Pattern CORRECTION = Pattern.compile(
            "(?i)overcharg|instead of|correct|revers|twice|duplicate|wrong|error|price|rate|surcharge|retroactive|doppelt"
                    + "|storn|korrektur|gutschrift zu|refund|reimburs|short deliver|not delivered");
    private static final Pattern OTHER = Pattern.compile(
            "(?i)service credit|performance credit|liquidated|schadensersatz|rebate|bonus|discount|skonto|damage|returned");

    private final List<CreditNote> notes;

    Credits(Facts facts) {
        this.notes = facts.creditNotes().stream()
                .filter(note -> note.direction() == Direction.RECEIVED)
                .toList();
    }

    /** Those that are for the lines of one claim, which comes to a sum before them. */
    List<CreditNote> against(List<InvoiceLine> lines, BigDecimal claimed) {
        return notes.stream()
                .filter(note -> lines.stream().anyMatch(line -> isFor(note, line, lines, claimed)))
                .toList();
    }

    private static boolean isFor(CreditNote note, InvoiceLine line, List<InvoiceLine> lines, BigDecimal claimed) {
        if (!note.currency().equals(line.currency()) || note.issuedOn().isBefore(line.invoiceDate())) {
            return false;
        }
        boolean sameSum = note.net().compareTo(claimed) == 0;
        if (note.invoice().equals(line.invoice())) {
            return sameSum || (isCorrection(note) && (isAbout(note, line) || names(note, lines)));
        }
        return note.invoice().isEmpty() && isCorrection(note) && covers(note, line) && (isAbout(note, line) || sameSum);
    }

    private static boolean isCorrection(CreditNote note) {
        return CORRECTION.matcher(note.description()).find()
                && !OTHER.matcher(note.description()).find();
    }

    /** Whether it speaks of the invoice as a whole: it says of no item what it is for. */
    private static boolean names(CreditNote note, List<InvoiceLine> lines) {
        return lines.stream()
                .anyMatch(line ->
                        ItemWords.normalised(note.description()).contains(ItemWords.normalised(line.invoice())));
    }

    private static boolean isAbout(CreditNote note, InvoiceLine line) {
        String code = ItemWords.normalised(line.product());
        ItemWords said = ItemWords.undated(line.description()).without(ItemWords.of(line.order()));
        return (code.length() > 2 && ItemWords.normalised(note.description()).contains(code))
                || ItemWords.of(note.description()).hold(said);
    }

    private static boolean covers(CreditNote note, InvoiceLine line) {
        Period period = note.period();
        return period == null
                || (line.service() == null ? period.holds(line.invoiceDate()) : period.overlaps(line.service()));
    }
}
