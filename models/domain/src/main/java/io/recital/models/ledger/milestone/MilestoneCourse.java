package io.recital.models.ledger.milestone;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Milestone;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.BigMoney;

/**
 * What became of one milestone.
 *
 * @param review the times for review and for putting right
 * @param deliveries the first and later ones, in order
 * @param rejections in order
 * @param acceptances in order
 * @param invoices lines that name it
 */
record MilestoneCourse(
        Governed<Milestone> milestone,
        Scope scope,
        ReviewRule review,
        List<Dated> deliveries,
        List<Dated> rejections,
        List<Dated> acceptances,
        List<InvoiceLine> invoices) {
    MilestoneCourse {
        requireNonNull(milestone, "milestone");
        requireNonNull(scope, "scope");
        requireNonNull(review, "review");
        deliveries = deliveries.stream().sorted().toList();
        rejections = rejections.stream().sorted().toList();
        acceptances = acceptances.stream().sorted().toList();
        invoices = List.copyOf(invoices);
    }

    /** For a reader, such as {@code Milestone M4}. */
    String name() {
        String code = milestone.content().code();
        return "Milestone " + (code == null ? milestone.content().deliverable() : code);
    }

    /** The due day as the contract and its changes state it. */
    Optional<LocalDate> findDue() {
        return milestone.content().due() instanceof Deadline.OnDate due ? Optional.of(due.date()) : Optional.empty();
    }

    Optional<BigMoney> findPayment() {
        return milestone.content().payment() instanceof TypedValue.Amount amount
                ? Optional.of(amount.value())
                : Optional.empty();
    }

    /** Without tax, over all lines that name it. */
    BigDecimal invoiced() {
        return invoices.stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The day on which all of its price was paid; empty while something is open. */
    Optional<LocalDate> findPaid() {
        boolean all = findPayment()
                .filter(payment -> invoiced().compareTo(payment.getAmount()) >= 0)
                .isPresent();
        return all && invoices.stream().allMatch(line -> line.paidOn() != null)
                ? invoices.stream()
                        .map(InvoiceLine::paidOn)
                        .filter(Objects::nonNull)
                        .max(LocalDate::compareTo)
                : Optional.empty();
    }

    /**
     * The delivery that counts: the first, unless it was rejected and not put right in the time for that. Where no such
     * time is known the first one counts, which claims least.
     */
    Optional<Dated> findDelivered() {
        if (deliveries.isEmpty()) {
            return Optional.empty();
        }
        boolean inTime = rejections.stream().allMatch(this::isPutRightInTime);
        return Optional.of(deliveries.get(inTime ? 0 : deliveries.size() - 1));
    }

    /** The last rejection after which nothing was delivered again or accepted; the result is still owed then. */
    Optional<Dated> findOpenRejection(LocalDate asOf) {
        return rejections.stream()
                .max(Comparator.naturalOrder())
                .filter(last -> Stream.concat(deliveries.stream(), acceptances.stream())
                        .noneMatch(later -> later.day().isAfter(last.day())))
                .filter(last -> review.correctedBy(last.day())
                        .map(end -> end.isBefore(asOf))
                        .orElse(true));
    }

    /** The delivery that was accepted in the end: the first one after the last rejection. */
    Optional<Dated> findLastDelivered() {
        Optional<Dated> last = rejections.stream().max(Comparator.naturalOrder());
        return deliveries.stream()
                .filter(delivery ->
                        last.isEmpty() || delivery.day().isAfter(last.get().day()))
                .findFirst();
    }

    private boolean isPutRightInTime(Dated rejection) {
        Optional<LocalDate> last = review.correctedBy(rejection.day());
        return last.isEmpty()
                || deliveries.stream()
                        .anyMatch(delivery -> delivery.day().isAfter(rejection.day())
                                && !delivery.day().isAfter(last.get()));
    }

    /** The acceptance by which it is complete: stated, or taken for given after the time for review. */
    Optional<Dated> findAccepted(LocalDate asOf) {
        Optional<Dated> stated = acceptances.stream()
                .filter(acceptance -> rejections.stream()
                        .noneMatch(rejection -> rejection.day().isAfter(acceptance.day())))
                .findFirst();
        Optional<Dated> deemed = findDeemed(asOf);
        return deemed.isPresent()
                        && (stated.isEmpty()
                                || deemed.get().day().isBefore(stated.get().day()))
                ? deemed
                : stated;
    }

    private Optional<Dated> findDeemed(LocalDate asOf) {
        for (Dated delivery : deliveries) {
            Optional<LocalDate> end = review.deemedAcceptedOn(delivery.day());
            if (end.isPresent()
                    && end.get().isBefore(asOf)
                    && rejections.stream().noneMatch(rejection -> isWithin(rejection, delivery.day(), end.get()))) {
                return Optional.of(new Dated(end.get(), delivery.kind(), delivery.row(), delivery.column()));
            }
        }
        return Optional.empty();
    }

    private static boolean isWithin(Dated rejection, LocalDate from, LocalDate to) {
        return !rejection.day().isBefore(from) && !rejection.day().isAfter(to);
    }
}
