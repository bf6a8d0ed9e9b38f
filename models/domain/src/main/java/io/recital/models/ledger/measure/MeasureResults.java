package io.recital.models.ledger.measure;

import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.measure.MeasureResult.State;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The results of all measures of a counterparty in all periods that were measured, or should have been. */
public final class MeasureResults {
    private static final Pattern PRELIMINARY = Pattern.compile(
            "preliminary|provisional|before\\s+final|interim|flash|ahead\\s+of\\s+the|report\\s+due|not\\s+final|vorläufig",
            Pattern.CASE_INSENSITIVE);

    private final Dossier dossier;
    private final RowJoins joins;
    /** What the words of each measure say of its numbers, read once for all its rows. */
    private final IdentityHashMap<PromisedMeasure, Numbers> numbers = new IdentityHashMap<>();

    private final List<MeasureResult> results;

    private MeasureResults(Dossier dossier) {
        this.dossier = dossier;
        this.joins = new RowJoins(dossier.family());
        this.results = list();
    }

    /** One result for each measure, contract reference and period, in the order of periods. */
    public static List<MeasureResult> of(Dossier dossier) {
        return dossier.reading(MeasureResults.class, MeasureResults::new).results;
    }

    private List<MeasureResult> list() {
        Map<Key, List<Measurement>> reported = reported();
        List<MeasureResult> results = new ArrayList<>();
        List<MeasuredPeriod> periods = new MeasuredPeriods(dossier, joins::find).of(reported.values());
        periods.forEach(period -> results.add(result(period, reported)));
        results.addAll(points(reported.values(), results));
        results.addAll(MeasureSeries.gaps(results, periods));
        return MeasureSeries.withMissesInARow(results.stream()
                .sorted(Comparator.comparing(
                                (MeasureResult result) -> result.period().from())
                        .thenComparing(result -> result.measure().name()))
                .toList());
    }

    /** Points that no report adds up, by contract and period. */
    private List<MeasureResult> points(Collection<List<Measurement>> reported, List<MeasureResult> known) {
        record Time(String contract, Period period) {}
        Map<Time, List<Measurement>> byTime = new LinkedHashMap<>();
        reported.stream()
                .map(versions -> versions.get(versions.size() - 1))
                .filter(row -> row.value() != null && !MeasuredUnit.isRatio(row.unit()))
                .forEach(
                        row -> byTime.computeIfAbsent(new Time(row.contract(), row.period()), time -> new ArrayList<>())
                                .add(row));
        List<MeasureResult> results = new ArrayList<>();
        byTime.forEach((time, rows) -> joins.promised(rows.get(0), time.period.from()).stream()
                .filter(measure ->
                        Points.isUnit(measure.content().unit()) && MeasuredPeriods.isTheWindow(measure, time.period))
                .filter(measure -> known.stream()
                        .noneMatch(result -> result.period().equals(time.period)
                                && result.measure().name().equals(measure.name())))
                .flatMap(measure -> CountedPoints.of(measure, rows, dossier).stream())
                .forEach(results::add));
        return results;
    }

    /** How a measure's results are computed, and what becomes of periods with few events. */
    private record Numbers(Optional<Precision> precision, List<SmallSample> smallSamples) {
        static Numbers of(PromisedMeasure measure) {
            return new Numbers(
                    Precision.read(measure.citations(), measure.content().unit()), SmallSample.list(measure));
        }
    }

    private record Key(String contract, String measure, Period period) {}

    /** The rows of each measure and period, the first reported first. */
    private Map<Key, List<Measurement>> reported() {
        Map<Key, List<Measurement>> reported = new LinkedHashMap<>();
        for (Measurement row : dossier.facts().measurements()) {
            reported.computeIfAbsent(new Key(row.contract(), row.measure(), row.period()), key -> new ArrayList<>())
                    .add(row);
        }
        reported.values().forEach(rows -> rows.sort(Comparator.comparing(Measurement::reportedOn)));
        return reported;
    }

    private MeasureResult result(MeasuredPeriod of, Map<Key, List<Measurement>> reported) {
        PromisedMeasure measure = of.measure();
        Measurement row = of.first();
        Optional<String> open = open(of);
        if (open.isPresent()) {
            return notCheckable(of, open.get());
        }
        Optional<SmallSample> small = smallSample(measure, row);
        List<Measurement> rows = of.summed() ? of.rows() : withTheRowBefore(small, row, reported);
        MeasuredValue value =
                MeasuredValue.of(measure, rows, of.summed(), numbers(measure).precision());
        BigDecimal measured = value.value();
        State state;
        if (isPreliminary(of)) {
            state = State.PRELIMINARY;
        } else if (small.filter(rule -> rule.then() == SmallSample.Then.MET).isPresent()) {
            state = State.MET;
        } else if (small.filter(rule -> rule.then() == SmallSample.Then.NOT_MEASURED)
                .isPresent()) {
            state = State.NOT_MEASURED;
        } else if (measured == null) {
            return notCheckable(of, "anything measured of “" + measure.name() + "” in " + of.period());
        } else {
            state = measure.content().isMetBy(measured).orElseThrow() ? State.MET : State.MISSED;
        }
        if (state == State.MISSED && of.rows().stream().anyMatch(each -> Excuse.isOpen(each, measure, dossier))) {
            return notCheckable(
                    of, "whether what is noted beside “" + measure.name() + "” of " + of.period() + " excuses it");
        }
        return new MeasureResult(
                measure,
                row.contract(),
                of.period(),
                state,
                measured,
                rows,
                "",
                value.workings(),
                0,
                null,
                of.join().confidence(),
                of.thing());
    }

    /** What keeps a period from being judged; empty for nothing. */
    private Optional<String> open(MeasuredPeriod of) {
        PromisedMeasure measure = of.measure();
        if (!of.missing().isEmpty()) {
            return Optional.of(of.missing());
        }
        if (measure.content().target() == null) {
            return Optional.of(
                    "the target of “" + measure.name() + "”, which the contract withholds or states in two ways");
        }
        return changesWithin(of)
                ? Optional.of("which target of “" + measure.name() + "” counts for " + of.period()
                        + ", within which it changed")
                : Optional.empty();
    }

    private Numbers numbers(PromisedMeasure measure) {
        return numbers.computeIfAbsent(measure, Numbers::of);
    }

    private static MeasureResult notCheckable(MeasuredPeriod of, String missing) {
        return new MeasureResult(
                of.measure(),
                of.contract(),
                of.period(),
                State.NOT_CHECKABLE,
                null,
                of.rows(),
                missing,
                List.of(),
                0,
                null,
                of.join().confidence(),
                of.thing());
    }

    private boolean isPreliminary(MeasuredPeriod of) {
        boolean early = of.summed()
                ? !dossier.asOf().isAfter(of.period().to())
                : !of.first().reportedOn().isAfter(of.period().to());
        return early
                || of.rows().stream()
                        .anyMatch(row -> PRELIMINARY.matcher(row.note()).find());
    }

    /** Whether another target came into force within the period: then it is open which one counts. */
    private boolean changesWithin(MeasuredPeriod of) {
        BigDecimal target = of.measure().content().target();
        return joins.find(of.first(), of.period().to())
                .map(last -> last.measure().content().target())
                .filter(last -> target == null || last.compareTo(target) != 0)
                .isPresent();
    }

    private Optional<SmallSample> smallSample(PromisedMeasure measure, Measurement row) {
        BigDecimal count = row.denominator();
        return count == null
                ? Optional.empty()
                : numbers(measure).smallSamples().stream()
                        .filter(rule -> rule.holds(count))
                        .findFirst();
    }

    private static List<Measurement> withTheRowBefore(
            Optional<SmallSample> small, Measurement row, Map<Key, List<Measurement>> reported) {
        boolean together = small.filter(rule -> rule.then() == SmallSample.Then.WITH_THE_PERIOD_BEFORE)
                .isPresent();
        if (!together) {
            return List.of(row);
        }
        YearMonth before = YearMonth.from(row.period().from()).minusMonths(1);
        List<Measurement> earlier =
                reported.getOrDefault(new Key(row.contract(), row.measure(), Period.of(before)), List.of());
        return earlier.isEmpty() ? List.of(row) : List.of(row, earlier.get(earlier.size() - 1));
    }
}
