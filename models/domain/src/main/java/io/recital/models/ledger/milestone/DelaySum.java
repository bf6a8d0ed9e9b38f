package io.recital.models.ledger.milestone;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.finding.TypedValue;
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

    /** By the days that count for a term, and how many of them one period has. */
    static DelaySum of(
            MilestoneCourse course, DelayTerm term, LocalDate due, Dated stop, BigMoney payment, int daysOfPeriod) {
        List<Derivation> workings = new ArrayList<>();
        BigDecimal periods = periods(course, term, due, stop, daysOfPeriod, workings);
        BigDecimal rate = term.rate() instanceof TypedValue.Amount amount
                ? amount.value().getAmount()
                : ((TypedValue.Percent) term.rate()).value();
        String unit = term.rate() instanceof TypedValue.Amount amount
                ? " " + amount.value().getCurrencyUnit().getCode()
                : " %";
        BigDecimal damages = rate.multiply(periods);
        workings.add(new Derivation(
                Operation.PRODUCT,
                List.of(
                        new Input("periods", periods.toPlainString(), null),
                        new Input("rate", rate.toPlainString() + unit, term.firstQuote())),
                damages.toPlainString() + unit));
        BigDecimal most = term.findCap(course).orElse(damages);
        if (most.compareTo(damages) < 0) {
            workings.add(new Derivation(
                    Operation.LEAST,
                    List.of(
                            new Input("damages", damages.toPlainString() + unit, null),
                            new Input("cap", most.toPlainString() + unit, term.firstQuote())),
                    most.toPlainString() + unit));
            damages = most;
        }
        return term.rate() instanceof TypedValue.Percent
                ? share(course, damages, payment, workings)
                : new DelaySum(rounded(damages, payment), workings);
    }

    private static BigDecimal periods(
            MilestoneCourse course, DelayTerm term, LocalDate due, Dated stop, int daysOfPeriod, List<Derivation> to) {
        long late = term.daysLate(due, stop.day(), course.scope().calendar());
        long between = ChronoUnit.DAYS.between(due, stop.day());
        String days = term.countsBusinessDays() ? " business days" : " days";
        to.add(new Derivation(
                Operation.DAYS_BETWEEN,
                List.of(
                        new Input("due date", due.toString(), cited(course, Integer.toString(due.getYear()))),
                        stop.input("delivered or accepted")),
                between + " days"));
        if (between != late) {
            to.add(new Derivation(
                    Operation.DIFFERENCE,
                    List.of(
                            new Input("delay", between + " days", null),
                            new Input("no business days among them", between - late + " days", null)),
                    late + days));
        }
        long free = term.daysOfGrace(due, course.scope().calendar());
        if (free > 0) {
            to.add(new Derivation(
                    Operation.DIFFERENCE,
                    List.of(
                            new Input("delay", late + days, null),
                            new Input("days of grace", free + days, term.firstQuote())),
                    late - free + days));
        }
        long counted = Math.max(0, late - free);
        long periods = term.countsStarted() ? -Math.floorDiv(-counted, daysOfPeriod) : counted / daysOfPeriod;
        to.add(new Derivation(
                term.countsStarted() ? Operation.COMMENCED_QUOTIENT : Operation.WHOLE_QUOTIENT,
                List.of(new Input("delay", counted + days, null), new Input("period", daysOfPeriod + days, null)),
                Long.toString(periods)));
        return BigDecimal.valueOf(periods);
    }

    private static DelaySum share(
            MilestoneCourse course, BigDecimal percent, BigMoney payment, List<Derivation> workings) {
        BigDecimal amount = rounded(payment.getAmount().multiply(percent).movePointLeft(2), payment);
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

    private static BigDecimal rounded(BigDecimal amount, BigMoney payment) {
        return amount.setScale(payment.getCurrencyUnit().getDecimalPlaces(), RoundingMode.HALF_UP);
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
