package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the year before gave beyond its minimum, as far as it may be carried forward. */
record CarryForward(BigDecimal amount, List<Derivation> workings, List<String> rows) {
    /** Empty where the year before is not known, or was short and the clause states no minimum for it. */
    static Optional<CarryForward> of(Dossier dossier, Commitment commitment, Period year) {
        ContractYears years =
                ContractYears.of(dossier.family(), commitment.term()).orElseThrow();
        if (!year.from().isAfter(years.first())) {
            return Optional.of(new CarryForward(BigDecimal.ZERO, List.of(), List.of()));
        }
        Period before = years.holding(year.from().minusDays(1));
        Optional<Volume> volume = Volume.of(dossier, commitment, before, false);
        Optional<BigDecimal> minimum = volume.isPresent()
                        && (ContractYears.isShort(before, commitment.months())
                                || ContractYears.isShort(volume.get().period(), commitment.months()))
                ? commitment.firstYearMinimum()
                : Optional.of(commitment.minimum());
        return volume.flatMap(reached -> minimum.map(least -> of(commitment, reached, least)));
    }

    private static CarryForward of(Commitment commitment, Volume reached, BigDecimal least) {
        BigDecimal excess = reached.amount().subtract(least).max(BigDecimal.ZERO);
        BigDecimal carried = commitment.mostCarried().map(excess::min).orElse(excess);
        List<Derivation> steps = new ArrayList<>(reached.workings());
        steps.add(new Derivation(
                Operation.DIFFERENCE,
                List.of(
                        new Derivation.Input(
                                "reached, " + reached.period(), reached.amount().toPlainString(), null),
                        commitment.term().input("minimum of that year", least.toPlainString())),
                excess.toPlainString()));
        commitment
                .mostCarried()
                .ifPresent(most -> steps.add(new Derivation(
                        Operation.LEAST,
                        List.of(
                                new Derivation.Input("excess", excess.toPlainString(), null),
                                commitment.term().input("most that is carried forward", most.toPlainString())),
                        carried.toPlainString())));
        steps.add(new Derivation(
                Operation.DIFFERENCE,
                List.of(
                        commitment.term().input("minimum", commitment.minimum().toPlainString()),
                        new Derivation.Input("carried forward", carried.toPlainString(), null)),
                commitment.minimum().subtract(carried).toPlainString()));
        return new CarryForward(carried, steps, reached.rows());
    }
}
