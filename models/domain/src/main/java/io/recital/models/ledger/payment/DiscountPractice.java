package io.recital.models.ledger.payment;

import io.recital.models.fact.Direction;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the tenant takes discounts for early payment where it pays in time for them or nearly so: then an invoice paid a few
 * days too late was meant to earn one. Who never takes it merely pays early.
 *
 * @param justMissed numbers of the rows of invoices that missed it so
 */
record DiscountPractice(Set<String> justMissed) {
    /** How late a payment run may come to have been meant for the discount. */
    private static final int A_FEW_DAYS = 5;

    DiscountPractice {
        justMissed = Set.copyOf(justMissed);
    }

    static DiscountPractice of(Dossier dossier) {
        return dossier.reading(DiscountPractice.class, DiscountPractice::read);
    }

    private static DiscountPractice read(Dossier dossier) {
        PaymentTerms terms = PaymentTerms.of(dossier);
        int paid = 0;
        int taken = 0;
        int late = 0;
        Set<String> missed = new HashSet<>();
        for (Invoice invoice : Invoice.of(dossier)) {
            Optional<EarlyPaymentDiscount> discount = terms.findDiscount(invoice);
            Optional<LocalDate> paidOn = invoice.findPaid();
            Optional<LocalDate> last = discount.flatMap(found -> found.lastDayFor(invoice, terms.calendar()));
            if (invoice.direction() != Direction.RECEIVED || paidOn.isEmpty() || last.isEmpty()) {
                continue;
            }
            paid++;
            long days = ChronoUnit.DAYS.between(last.get(), paidOn.get());
            if (days <= 0 && isTaken(invoice, discount.orElseThrow(), paidOn.get())) {
                taken++;
            } else if (days > 0 && days <= A_FEW_DAYS) {
                late++;
                missed.addAll(invoice.rows());
            }
        }
        return new DiscountPractice(taken > 0 && taken >= late && 2 * (taken + late) >= paid ? missed : Set.of());
    }

    private static boolean isTaken(Invoice invoice, EarlyPaymentDiscount discount, LocalDate paidOn) {
        BigDecimal kept =
                invoice.dueOn(paidOn).subtract(invoice.findPaidAmount().orElse(invoice.dueOn(paidOn)));
        return EarlyPaymentDiscountCheck.isCredited(invoice, discount.of(invoice)) || kept.signum() > 0;
    }

    boolean justMissed(Invoice invoice) {
        List<String> rows = invoice.rows();
        return justMissed.contains(rows.get(0));
    }
}
