package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InOrder;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shortfalls against a yearly minimum, with what the year before carried forward: an exposure of the buyer, not billed where
 * the tenant sells. A running year counts only where it misses even if each month to come were as good as the best so far.
 */
public final class MinimumCommitmentCheck implements Check {
    static final String NAME = "minimum-commitment";

    @Override
    public List<Outcome> run(Dossier dossier) {
        return Minimums.of(dossier).stream()
                .flatMap(due -> judge(dossier, due).stream())
                .toList();
    }

    /** Minimums that were reached in a year that has ended. */
    @Override
    public List<InOrder> listInOrder(Dossier dossier) {
        return Minimums.of(dossier).stream()
                .filter(due -> !due.year().to().isAfter(dossier.asOf()))
                .flatMap(due -> Volume.of(dossier, due.commitment(), due.year(), false)
                        .filter(volume ->
                                volume.amount().compareTo(due.commitment().minimum()) >= 0)
                        .map(volume -> reached(due.commitment(), due.year(), volume))
                        .stream())
                .toList();
    }

    private static InOrder reached(Commitment commitment, Period year, Volume volume) {
        List<Derivation> workings = new ArrayList<>(volume.workings());
        workings.add(new Derivation(
                Operation.GREATEST,
                List.of(
                        new Derivation.Input("minimum", commitment.minimum().toPlainString(), null),
                        new Derivation.Input("reached", volume.amount().toPlainString(), null)),
                volume.amount().toPlainString()));
        return new InOrder(
                NAME,
                "The minimum of " + commitment.minimum().toPlainString() + " " + commitment.unit() + " for " + year
                        + " was reached with " + volume.amount().toPlainString(),
                year,
                "",
                commitment.term().rests(),
                volume.rows(),
                workings);
    }

    private static Optional<Outcome> judge(Dossier dossier, Minimums.Due due) {
        boolean ended = !due.year().to().isAfter(dossier.asOf());
        List<InvoiceLine> charged = ShortfallInvoice.of(dossier, due.commitment(), due.year());
        if (ended) {
            return ended(dossier, due, charged);
        }
        return charged.isEmpty() ? running(dossier, due.commitment(), due.year()) : Optional.empty();
    }

    private static Optional<Outcome> ended(Dossier dossier, Minimums.Due due, List<InvoiceLine> charged) {
        Shortfall.Told told = Shortfall.of(dossier, due.commitment(), due.year());
        if (told.shortfall().isEmpty()) {
            return charged.isEmpty()
                    ? Optional.of(notCheckable(due.commitment(), due.year(), told.missing()))
                    : Optional.empty();
        }
        Shortfall shortfall = told.shortfall().get();
        if (!charged.isEmpty()) {
            Optional<ShortfallPrice> price = shortfall.missing().signum() == 0
                    ? Optional.empty()
                    : ShortfallPrice.of(dossier, due.commitment(), due.year(), shortfall.missing());
            return shortfall.missing().signum() > 0 && price.isEmpty()
                    ? Optional.empty()
                    : ShortfallCharged.judge(dossier, due, shortfall, price, charged);
        }
        return shortfall.missing().signum() == 0
                ? Optional.empty()
                : priced(dossier, due.commitment(), due.year(), shortfall, "");
    }

    private static Optional<Outcome> running(Dossier dossier, Commitment commitment, Period year) {
        return Forecast.of(dossier, commitment, year)
                .flatMap(forecast -> priced(
                        dossier,
                        commitment,
                        year,
                        new Shortfall(
                                commitment.minimum().subtract(forecast.amount()),
                                commitment.minimum(),
                                forecast.amount(),
                                forecast.workings(),
                                forecast.rows()),
                        "If it goes on as in the first " + forecast.months() + " months, "));
    }

    private static Optional<Outcome> priced(
            Dossier dossier, Commitment commitment, Period year, Shortfall shortfall, String forecast) {
        Optional<ShortfallPrice> found = ShortfallPrice.of(dossier, commitment, year, shortfall.missing());
        if (found.isEmpty()) {
            return Optional.of(notCheckable(commitment, year, "what a shortfall of the minimum costs"));
        }
        ShortfallPrice price = found.get();
        if (!price.amount().isPositive()) {
            return Optional.empty();
        }
        List<Derivation> steps = new ArrayList<>(shortfall.steps());
        steps.add(shortfall.difference(commitment));
        steps.addAll(price.steps());
        String missing = shortfall.missing().stripTrailingZeros().toPlainString() + " " + commitment.unit();
        return Optional.of(new LedgerEntry(
                NAME,
                dossier.isOfASeller() ? LeakageClass.UNDER_BILLING : LeakageClass.EXPOSURE,
                forecast + (forecast.isEmpty() ? "The" : "the") + " minimum of " + year + " is missed by " + missing,
                year,
                price.amount(),
                Stream.concat(commitment.term().rests().stream(), price.rests().stream())
                        .distinct()
                        .toList(),
                Stream.concat(shortfall.rows().stream(), price.rows().stream())
                        .distinct()
                        .toList(),
                steps,
                Lapse.of(commitment.term(), year).orElse(null),
                forecast.isEmpty() ? 0.9 : 0.6));
    }

    private static NotCheckable notCheckable(Commitment commitment, Period year, String missing) {
        return new NotCheckable(
                NAME,
                "Whether the minimum of " + year + " was reached cannot be told",
                missing,
                Stream.of(commitment.term().finding()).toList());
    }
}
