package io.recital.models.ledger.milestone;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was kept back, credited or claimed for a milestone already, beside the retention. */
final class Deduction {
    private static final Pattern DELAY = Pattern.compile(
            "delay|late\\b|lateness|liquidated|damages|penalt|verzug|vertragsstrafe", Pattern.CASE_INSENSITIVE);
    private static final Pattern REFUSED = Pattern.compile("reject|refus|declin|withdraw", Pattern.CASE_INSENSITIVE);

    private Deduction() {}

    /** The sum of credits and claims, or what the invoice is short of the price if that is more: never both. */
    static BigDecimal of(Dossier dossier, MilestoneCourse course) {
        return given(dossier, course).max(shortfall(course));
    }

    private static BigDecimal given(Dossier dossier, MilestoneCourse course) {
        MilestoneName name = new MilestoneName(course.milestone().content());
        Set<String> invoices =
                course.invoices().stream().map(InvoiceLine::invoice).collect(Collectors.toSet());
        BigDecimal credited = sum(dossier.facts().creditNotes().stream()
                .filter(note -> DELAY.matcher(note.description()).find()
                        && (name.standsIn(note.description()) || invoices.contains(note.invoice())))
                .map(note -> note.net().abs()));
        BigDecimal claimed = sum(dossier.facts().claims().stream()
                .filter(claim -> DELAY.matcher(claim.subject()).find()
                        && name.standsIn(claim.subject())
                        && !REFUSED.matcher(claim.status()).find())
                .map(claim -> claim.amount().abs()));
        BigDecimal deducted = sum(course.invoices().stream()
                .filter(line -> line.net().signum() < 0
                        && DELAY.matcher(line.description()).find())
                .map(line -> line.net().abs()));
        return credited.max(claimed).max(deducted);
    }

    /** By how much less than the payment without retention was invoiced, or paid. */
    private static BigDecimal shortfall(MilestoneCourse course) {
        if (course.invoices().isEmpty() || course.findPayment().isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal payment = course.findPayment().get().getAmount();
        BigDecimal expected = payment.subtract(Retention.of(course.scope())
                .map(retention -> payment.multiply(retention.percent()).movePointLeft(2))
                .orElse(BigDecimal.ZERO));
        BigDecimal notInvoiced = expected.subtract(course.invoiced());
        BigDecimal notPaid = course.invoices().stream()
                .filter(line -> line.paidOn() != null && line.paidAmount() != null)
                .map(line -> line.net().add(line.tax()).subtract(line.paidAmount()))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        return notInvoiced.max(notPaid).max(BigDecimal.ZERO);
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
