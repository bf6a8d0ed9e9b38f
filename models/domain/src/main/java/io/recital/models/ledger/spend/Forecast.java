package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/**
 * What a running year's spend comes to if it goes on as so far.
 *
 * @param months whole months that it rests on
 */
record Forecast(BigDecimal amount, int months, List<Derivation> workings, List<String> rows) {
    private static final int LEAST_MONTHS = 3;

    /** Empty unless the minimum is missed even if each month to come were as good as the best so far. */
    static Optional<Forecast> of(Dossier dossier, Commitment commitment, Period year) {
        LocalDate end = dossier.asOf().plusDays(1).withDayOfMonth(1).minusDays(1);
        long months = ChronoUnit.MONTHS.between(year.from(), end.plusDays(1));
        long all = ChronoUnit.MONTHS.between(year.from(), year.to().plusDays(1));
        if (!commitment.isMoney()
                || months < LEAST_MONTHS
                || months >= all
                || ContractYears.isShort(year, commitment.months())) {
            return Optional.empty();
        }
        Period soFar = new Period(year.from(), end);
        return new SpendRule(dossier, commitment.term())
                .in(soFar, CurrencyUnit.of(commitment.unit()), true)
                .filter(spend -> spend.net().signum() > 0)
                .filter(spend -> spend.net()
                                .add(best(spend).multiply(BigDecimal.valueOf(all - months)))
                                .compareTo(commitment.minimum())
                        < 0)
                .map(spend -> of(spend, months, all));
    }

    private static BigDecimal best(QualifyingSpend spend) {
        Map<YearMonth, BigDecimal> byMonth = spend.lines().stream()
                .collect(Collectors.groupingBy(
                        line -> YearMonth.from(line.invoiceDate()),
                        Collectors.reducing(BigDecimal.ZERO, InvoiceLine::net, BigDecimal::add)));
        return byMonth.values().stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    }

    private static Forecast of(QualifyingSpend spend, long months, long all) {
        BigDecimal year = spend.net()
                .multiply(BigDecimal.valueOf(all))
                .divide(BigDecimal.valueOf(months), spend.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
        List<Derivation> steps = new ArrayList<>(spend.workings());
        BigDecimal times = spend.net().multiply(BigDecimal.valueOf(all));
        steps.add(new Derivation(
                Operation.PRODUCT,
                List.of(
                        new Derivation.Input(
                                "spend of " + months + " months", spend.net().toPlainString(), null),
                        new Derivation.Input("months of the year", Long.toString(all), null)),
                times.toPlainString()));
        steps.add(new Derivation(
                Operation.QUOTIENT,
                List.of(
                        new Derivation.Input("spend times months", times.toPlainString(), null),
                        new Derivation.Input("months so far", Long.toString(months), null)),
                year.toPlainString()));
        return new Forecast(year, (int) months, steps, spend.rows());
    }
}
