package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By how much a year that has ended missed its minimum, after what the clause takes into account: what was carried forward,
 * and days on which nothing could be delivered.
 *
 * @param missing zero where the minimum was reached
 */
record Shortfall(BigDecimal missing, BigDecimal minimum, BigDecimal actual, List<Derivation> steps, List<String> rows) {
    Shortfall {
        steps = List.copyOf(steps);
        rows = List.copyOf(rows);
    }

    /** A shortfall, or what is missing to tell it. */
    record Told(Optional<Shortfall> shortfall, String missing) {
        private static Told missing(String what) {
            return new Told(Optional.empty(), what);
        }
    }

    static Told of(Dossier dossier, Commitment commitment, Period year) {
        Optional<Volume> found = Volume.of(dossier, commitment, year, false);
        if (found.isEmpty()) {
            return Told.missing(Volume.missing(commitment, year));
        }
        Volume volume = found.get();
        if (volume.amount().compareTo(commitment.minimum()) >= 0) {
            return told(commitment.minimum(), volume, volume.workings(), volume.rows());
        }
        if (ContractYears.isShort(year, commitment.months())) {
            return Told.missing("the minimum of a year that is short");
        }
        Relief relief = Relief.of(dossier, commitment, year);
        if (relief.isOpen()) {
            return Told.missing("by how much the minimum of " + year + " falls for what hindered the delivery");
        }
        return carried(dossier, commitment, year, volume, relief);
    }

    private static Told carried(Dossier dossier, Commitment commitment, Period year, Volume volume, Relief relief) {
        List<Derivation> steps = new ArrayList<>(volume.workings());
        steps.addAll(relief.steps());
        List<String> rows = new ArrayList<>(volume.rows());
        rows.addAll(relief.rows());
        BigDecimal minimum = commitment.minimum().subtract(relief.amount());
        if (commitment.carriesForward() && volume.amount().compareTo(minimum) < 0) {
            Optional<CarryForward> carried = CarryForward.of(dossier, commitment, year);
            if (carried.isEmpty()) {
                return Told.missing("what the year before " + year.from() + " came to, which is carried forward");
            }
            minimum = minimum.subtract(carried.get().amount());
            steps.addAll(carried.get().workings());
            rows.addAll(carried.get().rows());
        }
        return told(minimum, volume, steps, rows);
    }

    private static Told told(BigDecimal minimum, Volume volume, List<Derivation> steps, List<String> rows) {
        BigDecimal missing = minimum.subtract(volume.amount()).max(BigDecimal.ZERO);
        return new Told(Optional.of(new Shortfall(missing, minimum, volume.amount(), steps, rows)), "");
    }

    /** The last step to it. */
    Derivation difference(Commitment commitment) {
        return new Derivation(
                Operation.DIFFERENCE,
                List.of(
                        commitment.term().input("minimum of the year", minimum.toPlainString()),
                        new Derivation.Input("reached", actual.toPlainString(), null)),
                missing.stripTrailingZeros().toPlainString() + " " + commitment.unit());
    }
}
