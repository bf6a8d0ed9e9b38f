package io.recital.models.ledger.milestone;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.invoice.Overcharge;
import io.recital.models.ledger.invoice.OverpaymentClaims;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What should have been kept back of a milestone's price and was invoiced and paid, while it is not due yet. */
final class UnkeptRetention {
    private static final double CONFIDENCE = 0.85;

    private UnkeptRetention() {}

    /**
     * The overpayments of milestones that were invoiced and paid in full; none where the contract only lets it be kept back.
     *
     * @param retention that is not to be released yet
     */
    static List<LedgerEntry> of(Dossier dossier, List<MilestoneCourse> courses, Retention retention) {
        return !retention.isSure() || dossier.isOfASeller()
                ? List.of()
                : courses.stream()
                        .flatMap(course -> paidInFull(dossier, course, retention).stream())
                        .toList();
    }

    private static Optional<LedgerEntry> paidInFull(Dossier dossier, MilestoneCourse course, Retention retention) {
        boolean full = course.findPayment()
                .filter(price -> course.invoiced().compareTo(price.getAmount()) == 0)
                .isPresent();
        List<InvoiceLine> lines = course.invoices();
        if (!full || lines.size() != 1 || lines.get(0).paidOn() == null) {
            return Optional.empty();
        }
        InvoiceLine line = lines.get(0);
        Citation said = retention.term().finding().citations().get(0);
        BigDecimal kept = line.net()
                .multiply(retention.percent())
                .movePointLeft(2)
                .setScale(line.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
        Input paid = Input.of(
                "invoiced without tax",
                line.net().toPlainString(),
                new FactCell(FactKind.INVOICE_LINE.label(), line.id(), "net"));
        Derivation share = new Derivation(
                Operation.PERCENT_OF,
                List.of(new Input("retention", retention.percent().toPlainString() + " %", said), paid),
                kept.toPlainString());
        List<Finding> rests = Stream.concat(Stream.of(retention.term().finding()), course.milestone().rests().stream())
                .toList();
        return OverpaymentClaims.of(dossier)
                .overpayment(
                        RetentionCheck.NAME,
                        Part.CONSEQUENCE,
                        course.name() + " was invoiced and paid without the retention of "
                                + retention.percent().stripTrailingZeros().toPlainString() + " %",
                        List.of(new Overcharge(line, kept, rests, List.of(), List.of(share), CONFIDENCE)))
                .map(entry -> untilPaid(entry, line));
    }

    /** It is about the time from the invoice to its payment: what the result was for does not matter. */
    private static LedgerEntry untilPaid(LedgerEntry entry, InvoiceLine line) {
        LocalDate paid = Objects.requireNonNullElse(line.paidOn(), line.invoiceDate());
        LocalDate last = paid.isBefore(line.invoiceDate()) ? line.invoiceDate() : paid;
        return new LedgerEntry(
                        entry.check(),
                        entry.leakage(),
                        entry.title(),
                        new Period(line.invoiceDate(), last),
                        entry.amount(),
                        entry.rests(),
                        entry.rows(),
                        entry.workings(),
                        entry.recoverableUntil(),
                        entry.confidence())
                .claiming(entry.claimed());
    }
}
