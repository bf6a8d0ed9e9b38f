package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;

/**
 * What is due as a royalty on the sales of a period: by the bands of the period, or what they give on the sales of the year
 * so far beyond what they gave on those of the periods before.
 */
final class RoyaltyDue {
    private final RoyaltyTerm royalty;
    private final Bands bands;
    private final BigDecimal before;
    private final List<Derivation> stepsBefore;
    private final List<String> rowsBefore;

    private RoyaltyDue(RoyaltyTerm royalty, Bands bands, BigDecimal before, List<Derivation> steps, List<String> rows) {
        this.royalty = royalty;
        this.bands = bands;
        this.before = before;
        this.stepsBefore = steps;
        this.rowsBefore = rows;
    }

    /** Empty where sales of a period before are missing that count in the same year. */
    static Optional<RoyaltyDue> of(
            Dossier dossier,
            RoyaltyTerm royalty,
            Bands bands,
            Period period,
            Function<Period, Optional<ReportedSales.Sum>> sales) {
        if (!royalty.isYearly()) {
            return Optional.of(new RoyaltyDue(royalty, bands, BigDecimal.ZERO, List.of(), List.of()));
        }
        Optional<Period> year =
                ContractYears.of(dossier.family(), royalty.term()).map(years -> years.holding(period.from()));
        return year.flatMap(whole -> before(royalty, bands, whole, period, sales));
    }

    private static Optional<RoyaltyDue> before(
            RoyaltyTerm royalty,
            Bands bands,
            Period year,
            Period period,
            Function<Period, Optional<ReportedSales.Sum>> sales) {
        List<Input> inputs = new ArrayList<>();
        List<Derivation> steps = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        int months = RoyaltyPeriods.months(period);
        Period at = new Period(year.from(), year.from().plusMonths(months).minusDays(1));
        while (at.from().isBefore(period.from())) {
            Optional<ReportedSales.Sum> found = sales.apply(at);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            steps.addAll(found.get().workings());
            rows.addAll(found.get().rows());
            sum = sum.add(found.get().amount());
            inputs.add(new Input("sales, " + at, found.get().amount().toPlainString(), null));
            at = new Period(
                    at.to().plusDays(1), at.to().plusDays(1).plusMonths(months).minusDays(1));
        }
        if (inputs.size() > 1) {
            steps.add(new Derivation(Operation.SUM, inputs, sum.toPlainString()));
        }
        return at.equals(period) ? Optional.of(new RoyaltyDue(royalty, bands, sum, steps, rows)) : Optional.empty();
    }

    /** Empty where it matters how the bands are meant, and the words do not say. */
    Optional<Money> on(BigDecimal sales) {
        return bands.on(before.add(sales)).flatMap(all -> bands.on(before).map(all::minus));
    }

    List<String> rowsBefore() {
        return rowsBefore;
    }

    List<Derivation> workings(BigDecimal sales) {
        List<Derivation> steps = new ArrayList<>(stepsBefore);
        Money all = bands.on(before.add(sales)).orElseThrow();
        if (before.signum() == 0) {
            steps.addAll(bands.workings(royalty.term(), sales, all));
            return steps;
        }
        BigDecimal sum = before.add(sales);
        Money earlier = bands.on(before).orElseThrow();
        steps.add(new Derivation(
                Operation.SUM,
                List.of(
                        new Input("sales of the year before the period", before.toPlainString(), null),
                        new Input("sales of the period", sales.toPlainString(), null)),
                sum.toPlainString()));
        steps.addAll(bands.workings(royalty.term(), before, earlier));
        steps.addAll(bands.workings(royalty.term(), sum, all));
        steps.add(new Derivation(
                Operation.DIFFERENCE,
                List.of(
                        new Input("royalty on the year so far", all.toString(), null),
                        new Input("royalty on the periods before", earlier.toString(), null)),
                all.minus(earlier).toString()));
        return steps;
    }
}
