package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverType;
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
import java.util.stream.Stream;
import org.joda.money.Money;

/** Rebates of a sum for each unit by bands of the quantity of a period, that fell due and were not credited in full. */
public final class UnitRebateCheck implements Check {
    private static final String NAME = "rebate";

    @Override
    public List<Outcome> run(Dossier dossier) {
        List<Outcome> outcomes = new ArrayList<>();
        periods(dossier)
                .forEach((period, bands) -> judge(dossier, bands, period).ifPresent(outcomes::add));
        return outcomes;
    }

    private static Map<Period, UnitBands> periods(Dossier dossier) {
        Map<Period, UnitBands> periods = new LinkedHashMap<>();
        Levers levers = new Levers(dossier.family());
        levers.everStated(LeverType.REBATE)
                .filter(term -> UnitBands.of(term).isPresent())
                .flatMap(term -> ContractYears.of(dossier.family(), term).stream())
                .flatMap(reckoning -> reckoning.until(dossier.asOf()).stream())
                .filter(period -> period.to().isBefore(dossier.asOf()))
                .forEach(period ->
                        levers
                                .prevailing(
                                        LeverType.REBATE,
                                        period.to(),
                                        Set.of(),
                                        term -> UnitBands.of(term).isPresent())
                                .stream()
                                .findFirst()
                                .flatMap(UnitBands::of)
                                .ifPresent(bands -> periods.putIfAbsent(period, bands)));
        return periods;
    }

    private static Optional<Outcome> judge(Dossier dossier, UnitBands bands, Period period) {
        Optional<Volume> volume = new Tally(dossier, bands.unit(), "", period).count();
        if (volume.isEmpty()) {
            return Optional.of(new NotCheckable(
                    NAME,
                    "The rebate for " + period + " cannot be computed",
                    "the quantity of " + bands.unit() + " of " + period + " that counts",
                    bands.term().rests()));
        }
        return bands.on(volume.get().amount()).flatMap(earned -> open(dossier, bands, period, volume.get(), earned));
    }

    private static Optional<Outcome> open(
            Dossier dossier, UnitBands bands, Period period, Volume volume, Money earned) {
        Settlement settled = Settlement.of(dossier, period, earned.getCurrencyUnit());
        Money open = earned.minus(settled.amount());
        LocalDate due = Settlement.dueOn(bands.term(), period);
        if (!open.isPositive() || (due.isAfter(dossier.asOf()) && !dossier.isOfASeller())) {
            return Optional.empty();
        }
        List<Derivation> workings = new ArrayList<>(volume.workings());
        workings.addAll(bands.workings(volume.amount(), earned));
        if (!settled.rows().isEmpty()) {
            workings.add(new Derivation(
                    Operation.DIFFERENCE,
                    List.of(
                            new Input("earned", earned.toString(), null),
                            new Input("credited already", settled.amount().toString(), null)),
                    open.toString()));
        }
        Optional<LeverTerm.Said> lapse = Settlement.lapse(bands.term());
        List<Finding> rests = Stream.concat(
                        bands.term().rests().stream(), lapse.stream().map(LeverTerm.Said::finding))
                .distinct()
                .toList();
        return Optional.of(new LedgerEntry(
                NAME,
                dossier.isOfASeller() ? LeakageClass.EXPOSURE : LeakageClass.UNCLAIMED_ENTITLEMENT,
                "The rebate for " + period + " has not been credited"
                        + (settled.rows().isEmpty() ? "" : " in full"),
                period,
                open,
                rests,
                Stream.concat(volume.rows().stream(), settled.rows().stream()).toList(),
                workings,
                Settlement.lapsesOn(bands.term(), period).orElse(null),
                0.9));
    }
}
