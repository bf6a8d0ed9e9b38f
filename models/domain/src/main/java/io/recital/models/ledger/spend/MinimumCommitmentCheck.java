package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InOrder;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.Levers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * Shortfalls against a yearly minimum, with what the year before carried forward: an exposure of the buyer, not billed where
 * the tenant sells. A running year counts only where it misses even if each month to come were as good as the best so far.
 */
public final class MinimumCommitmentCheck implements Check {
    static final String NAME = "minimum-commitment";

    private static final Pattern SETTLED = Pattern.compile(
            "\\bshortfall|\\btake[- ]or[- ]pay|\\bminimum\\s+(?:commitment|quantity|volume|purchase)|Mindest(?:menge|abnahme)|Fehlmenge",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ROYALTY = Pattern.compile("\\broyalt", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Outcome> run(Dossier dossier) {
        List<Outcome> outcomes = new ArrayList<>();
        years(dossier)
                .forEach((year, commitment) -> judge(dossier, commitment, year).ifPresent(outcomes::add));
        return outcomes;
    }

    /** Minimums that were reached in a year that has ended. */
    @Override
    public List<InOrder> listInOrder(Dossier dossier) {
        List<InOrder> reached = new ArrayList<>();
        years(dossier).forEach((year, commitment) -> {
            if (!year.to().isAfter(dossier.asOf())) {
                Volume.of(dossier, commitment, year, false)
                        .filter(volume -> volume.amount().compareTo(commitment.minimum()) >= 0)
                        .map(volume -> reached(commitment, year, volume))
                        .ifPresent(reached::add);
            }
        });
        return reached;
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

    private static Map<Period, Commitment> years(Dossier dossier) {
        Map<Period, Commitment> years = new LinkedHashMap<>();
        Levers levers = new Levers(dossier.family());
        levers.everStated(LeverType.MINIMUM_COMMITMENT)
                .filter(term -> Commitment.of(term).isPresent() && !isRoyalty(term))
                .flatMap(term -> ContractYears.of(dossier.family(), term).stream())
                .flatMap(reckoning -> reckoning.until(dossier.asOf()).stream())
                .forEach(year -> levers
                        .prevailing(
                                LeverType.MINIMUM_COMMITMENT,
                                year.to().isBefore(dossier.asOf()) ? year.to() : dossier.asOf(),
                                Set.of(),
                                term -> !isRoyalty(term) && beginsBy(term, year))
                        .stream()
                        .findFirst()
                        .flatMap(Commitment::of)
                        .ifPresent(commitment -> years.putIfAbsent(year, commitment)));
        return years;
    }

    static boolean isRoyalty(LeverTerm term) {
        return term.inClause().stream()
                .anyMatch(finding -> LeverTerm.said(finding, ROYALTY).findAny().isPresent());
    }

    private static boolean beginsBy(LeverTerm term, Period year) {
        return term.find(Name.FROM, TypedValue.Day.class)
                .map(day -> !day.value().isAfter(year.from()))
                .orElse(true);
    }

    private static Optional<Outcome> judge(Dossier dossier, Commitment commitment, Period year) {
        if (isSettled(dossier, year)) {
            return Optional.empty();
        }
        boolean ended = !year.to().isAfter(dossier.asOf());
        return ended ? ended(dossier, commitment, year) : running(dossier, commitment, year);
    }

    private static boolean isSettled(Dossier dossier, Period year) {
        return dossier.facts().invoiceLines().stream()
                .anyMatch(line -> SETTLED.matcher(line.description()).find()
                        && !line.invoiceDate().isBefore(year.to().minusMonths(1))
                        && line.invoiceDate().isBefore(year.to().plusYears(1)));
    }

    private static Optional<Outcome> ended(Dossier dossier, Commitment commitment, Period year) {
        Optional<Volume> volume = Volume.of(dossier, commitment, year, false);
        if (volume.isEmpty()) {
            return Optional.of(notCheckable(commitment, year, Volume.missing(commitment, year)));
        }
        if (ContractYears.isShort(year, commitment.months())) {
            return volume.get().amount().compareTo(commitment.minimum()) >= 0
                    ? Optional.empty()
                    : Optional.of(notCheckable(commitment, year, "the minimum of a year that is short"));
        }
        List<Derivation> steps = new ArrayList<>(volume.get().workings());
        BigDecimal minimum = commitment.minimum();
        List<String> rows = new ArrayList<>(volume.get().rows());
        if (commitment.carriesForward() && volume.get().amount().compareTo(minimum) < 0) {
            Optional<CarryForward> carried = CarryForward.of(dossier, commitment, year);
            if (carried.isEmpty()) {
                return Optional.of(notCheckable(
                        commitment,
                        year,
                        "what the year before " + year.from() + " came to, which is carried forward"));
            }
            minimum = minimum.subtract(carried.get().amount());
            steps.addAll(carried.get().workings());
            rows.addAll(carried.get().rows());
        }
        BigDecimal shortfall = minimum.subtract(volume.get().amount());
        return shortfall.signum() <= 0
                ? Optional.empty()
                : priced(
                        dossier,
                        commitment,
                        year,
                        new Shortfall(shortfall, minimum, volume.get().amount(), steps, rows),
                        "");
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

    private record Shortfall(
            BigDecimal missing, BigDecimal minimum, BigDecimal actual, List<Derivation> steps, List<String> rows) {}

    private static Optional<Outcome> priced(
            Dossier dossier, Commitment commitment, Period year, Shortfall shortfall, String forecast) {
        Optional<Money> price = commitment.priceOf(shortfall.missing(), dossier, year);
        if (price.isEmpty()) {
            return Optional.of(notCheckable(commitment, year, "what a shortfall of the minimum costs"));
        }
        if (!price.get().isPositive()) {
            return Optional.empty();
        }
        String missing = shortfall.missing().stripTrailingZeros().toPlainString() + " " + commitment.unit();
        List<Derivation> steps = new ArrayList<>(shortfall.steps());
        steps.add(new Derivation(
                Operation.DIFFERENCE,
                List.of(
                        commitment
                                .term()
                                .input(
                                        "minimum of the year",
                                        shortfall.minimum().toPlainString()),
                        new Derivation.Input("reached", shortfall.actual().toPlainString(), null)),
                missing));
        Optional<ItemPrice.Share> share = commitment.ofItsPrice(dossier, year);
        share.ifPresent(found -> steps.add(found.working()));
        steps.add(new Derivation(
                commitment.isMoney() ? Operation.PERCENT_OF : Operation.PRODUCT,
                List.of(
                        commitment
                                .term()
                                .input(
                                        "price of what is missing",
                                        share.map(found -> found.each().toString())
                                                .orElse(commitment.rate())),
                        new Derivation.Input("shortfall", missing, null)),
                price.get().toString()));
        return Optional.of(new LedgerEntry(
                NAME,
                dossier.isOfASeller() ? LeakageClass.UNDER_BILLING : LeakageClass.EXPOSURE,
                forecast + (forecast.isEmpty() ? "The" : "the") + " minimum of " + year + " is missed by " + missing,
                year,
                price.get(),
                Stream.concat(commitment.term().rests().stream(), share.stream().map(ItemPrice.Share::finding))
                        .distinct()
                        .toList(),
                shortfall.rows(),
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
