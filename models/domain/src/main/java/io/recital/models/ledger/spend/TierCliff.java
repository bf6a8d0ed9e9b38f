package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Tier;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Scenario;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.Levers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;

/** How much more spend of the running year reaches the next band of a yearly rebate or discount, and what that pays. */
public final class TierCliff {
    private TierCliff() {}

    /** One for each rebate or discount of the running year that has a band above what was spent so far. */
    public static List<Scenario> of(Dossier dossier) {
        return Stream.of(LeverType.REBATE, LeverType.VOLUME_DISCOUNT)
                .flatMap(type -> running(dossier, type).entrySet().stream())
                .flatMap(year -> scenario(dossier, year.getValue(), year.getKey()).stream())
                .toList();
    }

    private static Map<Period, LeverTerm> running(Dossier dossier, LeverType type) {
        Map<Period, LeverTerm> years = new LinkedHashMap<>();
        new Levers(dossier.family())
                .prevailing(
                        type,
                        dossier.asOf(),
                        Set.of(),
                        term -> Bands.of(term).isPresent() && RebateCheck.isYearly(term))
                .forEach(term -> ContractYears.of(dossier.family(), term)
                        .map(reckoning -> reckoning.holding(dossier.asOf()))
                        .filter(year -> year.holds(dossier.asOf()))
                        .ifPresent(year -> years.putIfAbsent(year, term)));
        return years;
    }

    private static Optional<Scenario> scenario(Dossier dossier, LeverTerm term, Period year) {
        Bands bands = Bands.of(term).orElseThrow();
        Optional<QualifyingSpend> found =
                new SpendRule(dossier, term).in(new Period(year.from(), dossier.asOf()), bands.currency(), true);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        QualifyingSpend spend = found.get();
        return bands.above(spend.net())
                .map(tier -> entry(tier, bands))
                .flatMap(reached -> bands.on(spend.net())
                        .flatMap(now -> bands.on(reached)
                                .filter(then -> then.isGreaterThan(now))
                                .map(then -> scenario(term, year, bands, spend, reached, now, then))));
    }

    /** The least sum that lies in a band. */
    private static BigDecimal entry(Tier tier, Bands bands) {
        BigDecimal from = Objects.requireNonNullElse(tier.from(), BigDecimal.ZERO);
        return tier.fromIncluded()
                ? from
                : from.add(BigDecimal.ONE.movePointLeft(bands.currency().getDecimalPlaces()));
    }

    private static Scenario scenario(
            LeverTerm term,
            Period year,
            Bands bands,
            QualifyingSpend spend,
            BigDecimal reached,
            Money now,
            Money then) {
        Money more = Money.of(bands.currency(), reached.subtract(spend.net()), RoundingMode.HALF_UP);
        List<Derivation> workings = new ArrayList<>(spend.workings());
        workings.addAll(bands.workings(term, spend.net(), now));
        workings.add(new Derivation(
                Operation.DIFFERENCE,
                List.of(
                        term.input("the next band begins at", reached.toPlainString()),
                        new Input("spend so far", spend.net().toPlainString(), null)),
                more.getAmount().toPlainString()));
        workings.addAll(bands.workings(term, reached, then));
        String name = term.lever().lever().label().replace('-', ' ');
        return new Scenario(
                "Spend " + more + " more by " + year.to() + " and the " + name + " for " + year + " is " + then
                        + " instead of " + now,
                now,
                then,
                year.to(),
                List.of(
                        "Counted are the invoices so far, paid or not; what the contract leaves out is left out",
                        "What comes to more than that earns more by its band"),
                term.rests(),
                workings);
    }
}
