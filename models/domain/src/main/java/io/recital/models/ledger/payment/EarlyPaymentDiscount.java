package io.recital.models.ledger.payment;

import static java.util.Objects.requireNonNull;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.lever.LeverTerm;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.Money;

/**
 * A discount for paying within a time, and what it is worth for a year.
 *
 * @param scope what it is on
 * @param isOnTax whether the sum with tax counts
 */
public record EarlyPaymentDiscount(
        BigDecimal percent, TimeSpan within, PaymentClock clock, LeverTerm term, DiscountScope scope, boolean isOnTax) {
    private static final Pattern WITH_TAX = Pattern.compile(
            "\\b(?:gross|includ\\w+\\s+(?:of\\s+)?(?:VAT|tax|value\\s+added)|(?:VAT|tax)\\s+included)",
            Pattern.CASE_INSENSITIVE);

    public EarlyPaymentDiscount {
        requireNonNull(within, "within");
        requireNonNull(clock, "clock");
        requireNonNull(term, "term");
        requireNonNull(scope, "scope");
        if (percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(100)) >= 0) {
            throw new IllegalArgumentException("A discount is a part of the price: " + percent);
        }
    }

    /** The discount that a lever states; empty where its rate or its time is not certain. */
    static Optional<EarlyPaymentDiscount> of(LeverTerm lever) {
        return lever.findPercent(Name.RATE)
                .filter(rate -> rate.signum() > 0)
                .flatMap(rate -> lever.findSpan(Name.PERIOD)
                        .map(span -> new EarlyPaymentDiscount(
                                rate, span, PaymentTerm.clock(lever), lever, DiscountScope.of(lever), isOnTax(lever))));
    }

    /** The last day on which the discount is earned; empty where the facts do not tell when its clock started. */
    Optional<LocalDate> lastDayFor(Invoice invoice, BusinessCalendar calendar) {
        return PaymentTerm.start(clock, invoice).map(start -> within.after(start, calendar));
    }

    /** What may be deducted from an invoice: without tax, unless the clause says that the sum with tax counts. */
    Money of(Invoice invoice) {
        BigDecimal base = isOnTax
                ? lines(invoice).stream()
                        .map(line -> line.net().add(line.tax()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                : net(invoice);
        return Money.of(invoice.currency(), base.multiply(percent).movePointLeft(2), RoundingMode.HALF_UP);
    }

    /** The lines that it is on: all, or those that it names; none where the invoice is not one of its days. */
    List<InvoiceLine> lines(Invoice invoice) {
        return scope.lines(invoice);
    }

    BigDecimal net(Invoice invoice) {
        return lines(invoice).stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is deducted where tax is lessened with it. */
    BigDecimal withTax(Invoice invoice) {
        return lines(invoice).stream()
                .map(line -> line.net().add(line.tax()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(percent)
                .movePointLeft(2)
                .setScale(invoice.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
    }

    private static boolean isOnTax(LeverTerm term) {
        return WITH_TAX.matcher(term.text(Name.BASE) + " " + term.words()).find();
    }

    /**
     * What the discount is worth as simple interest of a year: it is got for paying so many days before the due date.
     *
     * @return in percent, with two decimals
     */
    public static BigDecimal simpleYearly(BigDecimal percent, long daysBeforeDue) {
        return periodic(percent)
                .multiply(BigDecimal.valueOf(36500))
                .divide(BigDecimal.valueOf(daysBeforeDue), 2, RoundingMode.HALF_UP);
    }

    /** The same with interest on interest. */
    public static BigDecimal effectiveYearly(BigDecimal percent, long daysBeforeDue) {
        double growth = Math.pow(1 + periodic(percent).doubleValue(), 365.0 / daysBeforeDue);
        return BigDecimal.valueOf((growth - 1) * 100).setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal periodic(BigDecimal percent) {
        return percent.divide(BigDecimal.valueOf(100).subtract(percent), MathContext.DECIMAL64);
    }
}
