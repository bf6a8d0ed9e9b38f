package io.recital.models.ledger.milestone;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** What a delay costs before anything was deducted, step by step. */
record DelaySum(BigDecimal amount, List<Derivation> workings) {
    DelaySum {
        workings = List.copyOf(workings);
    }

    static DelaySum of(
            MilestoneCourse course, DelayTerm term, LocalDate due, Dated stop, BigMoney payment, int daysOfPeriod) {
        List<Derivation> workings = new ArrayList<>();
        long late = ChronoUnit.DAYS.between(due, stop.day());
        @Nullable Citation dueSaid = cited(course, Integer.toString(due.getYear()));
        workings.add(new Derivation(
                Operation.DAYS_BETWEEN,
                List.of(new Input("due date", due.toString(), dueSaid), stop.input("delivered or accepted")),
                late + " days"));
        long periods = term.countsStarted() ? -Math.floorDiv(-late, daysOfPeriod) : late / daysOfPeriod;
        workings.add(new Derivation(
                Operation.WHOLE_QUOTIENT,
                List.of(
                        new Input("delay", late + " days", null),
                        new Input("period", daysOfPeriod + " days", term.firstQuote())),
                Long.toString(periods)));
        BigDecimal percent = term.rate().multiply(BigDecimal.valueOf(periods));
        workings.add(new Derivation(
                Operation.PRODUCT,
                List.of(
                        new Input("periods", Long.toString(periods), null),
                        new Input("rate", term.rate().toPlainString() + " %", term.firstQuote())),
                percent.toPlainString() + " %"));
        if (term.findCap().isPresent() && term.findCap().get().compareTo(percent) < 0) {
            BigDecimal cap = term.findCap().get();
            workings.add(new Derivation(
                    Operation.LEAST,
                    List.of(
                            new Input("damages", percent.toPlainString() + " %", null),
                            new Input("cap", cap.toPlainString() + " %", term.firstQuote())),
                    cap.toPlainString() + " %"));
            percent = cap;
        }
        BigDecimal amount = payment.getAmount()
                .multiply(percent)
                .movePointLeft(2)
                .setScale(payment.getCurrencyUnit().getDecimalPlaces(), RoundingMode.HALF_UP);
        workings.add(new Derivation(
                Operation.PERCENT_OF,
                List.of(
                        new Input("damages", percent.toPlainString() + " %", null),
                        new Input(
                                "payment",
                                payment.getAmount().toPlainString(),
                                cited(course, payment.getAmount().toBigInteger().toString()))),
                amount.toPlainString()));
        return new DelaySum(amount, workings);
    }

    /** The quote that states a value: of all that the milestone rests on the first that holds its digits. */
    private static @Nullable Citation cited(MilestoneCourse course, String digits) {
        return course.milestone().rests().stream()
                .flatMap(finding -> finding.citations().stream())
                .filter(citation -> citation.quote().replaceAll("[,.' ]", "").contains(digits))
                .findFirst()
                .orElse(null);
    }
}
