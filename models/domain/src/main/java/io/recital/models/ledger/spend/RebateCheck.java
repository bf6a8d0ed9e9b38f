package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.Levers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.Money;

/** Rebates and discounts by bands of the spend of a year, or of a part of one, that fell due and were not credited in full. */
public final class RebateCheck implements Check {
    private static final Pattern GIVEN_BACK =
            Pattern.compile("\\b(?:credit|refund|repa(?:y|id)|pays?\\b|paid)", Pattern.CASE_INSENSITIVE);

    private final LeverType type;

    /** @param type {@code REBATE}, or {@code VOLUME_DISCOUNT} where it is reckoned by the year */
    public RebateCheck(LeverType type) {
        this.type = type;
    }

    @Override
    public List<Outcome> run(Dossier dossier) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Map.Entry<Period, LeverTerm> due : years(dossier).entrySet()) {
            outcomes.addAll(
                    judge(dossier, due.getValue(), due.getKey()).stream().toList());
        }
        return outcomes;
    }

    /** The ended years of which there are invoices, with the bands that were in force on their last day. */
    private Map<Period, LeverTerm> years(Dossier dossier) {
        Map<Period, LeverTerm> years = new LinkedHashMap<>();
        Levers levers = new Levers(dossier.family());
        levers.everStated(type)
                .filter(this::isReckonedByBands)
                .flatMap(term -> ContractYears.of(dossier.family(), term).stream())
                .flatMap(reckoning -> reckoning.until(dossier.asOf()).stream())
                .filter(year -> year.to().isBefore(dossier.asOf())
                        || (dossier.isOfASeller() && year.to().equals(dossier.asOf())))
                .forEach(year -> levers.prevailing(type, year.to(), Set.of(), this::isReckonedByBands).stream()
                        .findFirst()
                        .ifPresent(inForce -> years.putIfAbsent(year, inForce)));
        return years;
    }

    /** By the year; by a shorter time only what is given back afterwards and does not lower the invoices themselves. */
    private boolean isReckonedByBands(LeverTerm term) {
        int months = ContractYears.months(term);
        boolean afterwards =
                type == LeverType.REBATE || GIVEN_BACK.matcher(term.words()).find();
        return Bands.of(term).isPresent()
                && (isYearly(term) || (afterwards && months >= 3 && ContractYears.isPeriodic(term)));
    }

    static boolean isYearly(LeverTerm term) {
        return term.findSpan(Name.FREQUENCY)
                .map(span -> span.unit() == TimeSpan.Unit.YEARS && span.count() == 1)
                .orElse(false);
    }

    private Optional<Outcome> judge(Dossier dossier, LeverTerm term, Period year) {
        Bands bands = Bands.of(term).orElseThrow();
        SpendRule rule = new SpendRule(dossier, term);
        Optional<QualifyingSpend> spend = rule.in(year, bands.currency(), false);
        if (spend.isEmpty()) {
            return Optional.of(notCheckable(term, year, "one currency for all invoices that count"));
        }
        if (spend.get().lines().isEmpty() || !Coverage.isWhole(dossier, year)) {
            return spend.get().lines().isEmpty()
                    ? Optional.empty()
                    : Optional.of(notCheckable(term, year, "the invoices of the whole of " + year));
        }
        Optional<Money> earned = bands.on(spend.get().net());
        if (earned.isEmpty()) {
            return Optional.of(notCheckable(term, year, "whether a rate applies to all or only to its band"));
        }
        Settlement settled = Settlement.of(dossier, year, bands.currency());
        Money open = earned.get().minus(settled.amount());
        LocalDate due = Settlement.dueOn(term, year);
        boolean owed = dossier.isOfASeller() || !due.isAfter(dossier.asOf());
        return open.isPositive() && owed
                ? Optional.of(entry(dossier, term, spend.get(), bands, earned.get(), settled, open))
                : Optional.empty();
    }

    private LedgerEntry entry(
            Dossier dossier,
            LeverTerm term,
            QualifyingSpend spend,
            Bands bands,
            Money earned,
            Settlement settled,
            Money open) {
        List<Derivation> workings = new ArrayList<>(spend.workings());
        workings.addAll(bands.workings(term, spend.net(), earned));
        if (!settled.rows().isEmpty()) {
            workings.add(new Derivation(
                    Operation.DIFFERENCE,
                    List.of(
                            new Derivation.Input("earned", earned.toString(), null),
                            new Derivation.Input(
                                    "credited already", settled.amount().toString(), null)),
                    open.toString()));
        }
        Optional<LeverTerm.Said> lapse = Settlement.lapse(term);
        List<Finding> rests = Stream.concat(
                        term.rests().stream(), lapse.stream().map(LeverTerm.Said::finding))
                .distinct()
                .toList();
        return new LedgerEntry(
                name(),
                dossier.isOfASeller() ? LeakageClass.EXPOSURE : LeakageClass.UNCLAIMED_ENTITLEMENT,
                "The " + name().replace('-', ' ') + " for " + spend.period() + " has not been credited"
                        + (settled.rows().isEmpty() ? "" : " in full"),
                spend.period(),
                open,
                rests,
                Stream.concat(spend.rows().stream(), settled.rows().stream()).toList(),
                workings,
                Settlement.lapsesOn(term, spend.period()).orElse(null),
                0.9);
    }

    private NotCheckable notCheckable(LeverTerm term, Period year, String missing) {
        return new NotCheckable(
                name(),
                "The " + name().replace('-', ' ') + " for " + year + " cannot be computed",
                missing,
                term.rests());
    }

    private String name() {
        return type.label();
    }
}
