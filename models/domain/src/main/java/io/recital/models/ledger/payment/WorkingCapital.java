package io.recital.models.ledger.payment;

import io.recital.models.evidence.Derivation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How long invoices of one currency and direction take to be paid against what the contract gives. Days are weighted by
 * invoice; that is not DPO, which is payables over the cost of sales.
 *
 * @param invoices paid ones of which the contract tells the due date
 */
public record WorkingCapital(Direction direction, CurrencyUnit currency, Period window, List<Timed> invoices) {
    /** An invoice with its contract's due date. */
    public record Timed(Invoice invoice, LocalDate due, LocalDate lastDay, LocalDate paid) {
        BigDecimal sum() {
            return invoice.dueOn(paid);
        }

        public boolean isLate() {
            return paid.isAfter(lastDay);
        }

        boolean hasAnotherDueDate() {
            LocalDate known = invoice.first().dueOn();
            return known != null && !known.equals(due);
        }
    }

    public WorkingCapital {
        invoices = List.copyOf(invoices);
    }

    /** One for each direction and currency of a dossier's invoices that are dated within a window. */
    public static List<WorkingCapital> of(Dossier dossier, Period window) {
        PaymentTerms terms = PaymentTerms.of(dossier);
        List<WorkingCapital> all = new ArrayList<>();
        List<Invoice> invoices = Invoice.of(dossier).stream()
                .filter(invoice -> window.holds(invoice.date()))
                .toList();
        for (Direction direction : Direction.values()) {
            invoices.stream().map(Invoice::currency).distinct().forEach(currency -> {
                List<Timed> timed = invoices.stream()
                        .filter(invoice -> invoice.direction() == direction
                                && invoice.currency().equals(currency))
                        .flatMap(invoice -> timed(invoice, terms).stream())
                        .filter(invoice -> invoice.sum().signum() > 0)
                        .toList();
                if (!timed.isEmpty()) {
                    all.add(new WorkingCapital(direction, currency, window, timed));
                }
            });
        }
        return all;
    }

    private static Optional<Timed> timed(Invoice invoice, PaymentTerms terms) {
        return terms.find(invoice)
                .flatMap(term -> term.dueOn(invoice, terms.calendar())
                        .flatMap(due -> term.lastDayFor(invoice, terms.calendar())
                                .flatMap(last -> invoice.findPaid().map(paid -> new Timed(invoice, due, last, paid)))));
    }

    public Money paid() {
        return money(invoices.stream().map(Timed::sum).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** Days from the date of the invoice to the contract's due date, weighted. */
    public BigDecimal contractDays() {
        return weighted(Timed::due);
    }

    /** Days from the date of the invoice to payment, weighted. */
    public BigDecimal actualDays() {
        return weighted(Timed::paid);
    }

    public long late() {
        return invoices.stream().filter(Timed::isLate).count();
    }

    /** Invoices whose due date in the tenant's system is not the contract's. */
    public long otherDueDates() {
        return invoices.stream().filter(Timed::hasAnotherDueDate).count();
    }

    /** Money that stays (or comes) in on average when days are as given instead of as the contract has them. */
    public Money releasedAt(BigDecimal days) {
        BigDecimal more = direction == Direction.RECEIVED
                ? days.subtract(contractDays())
                : contractDays().subtract(days);
        return money(
                paid().getAmount().multiply(more).divide(BigDecimal.valueOf(window.days()), MathContext.DECIMAL64));
    }

    private BigDecimal weighted(Function<Timed, LocalDate> end) {
        return daysByAmount(end).divide(paid().getAmount(), 1, RoundingMode.HALF_UP);
    }

    private BigDecimal daysByAmount(Function<Timed, LocalDate> end) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Timed each : invoices) {
            long days = ChronoUnit.DAYS.between(each.invoice().date(), end.apply(each));
            sum = sum.add(each.sum().multiply(BigDecimal.valueOf(days)));
        }
        return sum;
    }

    /** How the days to payment, and those that the contract gives, are averaged. */
    public List<Derivation> workings() {
        return List.of(
                average("days to payment", daysByAmount(Timed::paid), actualDays()),
                average("days that the contract gives", daysByAmount(Timed::due), contractDays()));
    }

    private Derivation average(String what, BigDecimal byAmount, BigDecimal days) {
        return new Derivation(
                Derivation.Operation.QUOTIENT,
                List.of(
                        new Derivation.Input("amounts times their " + what, byAmount.toPlainString(), null),
                        new Derivation.Input("amounts", paid().getAmount().toPlainString(), null)),
                days.toPlainString() + " days");
    }

    private Money money(BigDecimal amount) {
        return Money.of(currency, amount, RoundingMode.HALF_UP);
    }
}
