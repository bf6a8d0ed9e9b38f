package io.recital.models.ledger.measure;

import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.measure.MeasureResult.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The results of all measures of a counterparty in all periods that were measured, or should have been. */
public final class MeasureResults {
    private static final Pattern PRELIMINARY = Pattern.compile(
            "preliminary|provisional|before\\s+final|interim|flash|ahead\\s+of\\s+the|report\\s+due|not\\s+final|vorläufig",
            Pattern.CASE_INSENSITIVE);

    private final Dossier dossier;
    private final Map<Asked, List<PromisedMeasure>> promised = new HashMap<>();
    /** By day the same measures are promised again and again. */
    private final List<List<PromisedMeasure>> distinct = new ArrayList<>();

    private final MeasurementJoins joins = new MeasurementJoins();
    private final IdentityHashMap<List<PromisedMeasure>, Map<String, Optional<MeasurementJoin>>> joined =
            new IdentityHashMap<>();
    private final IdentityHashMap<PromisedMeasure, Optional<Precision>> precisions = new IdentityHashMap<>();
    private final IdentityHashMap<PromisedMeasure, Optional<RepeatedMiss>> repeats = new IdentityHashMap<>();
    private final List<MeasureResult> results;

    private MeasureResults(Dossier dossier) {
        this.dossier = dossier;
        this.results = list();
    }

    /** One result for each measure, contract reference and period, in the order of periods. */
    public static List<MeasureResult> of(Dossier dossier) {
        return dossier.reading(MeasureResults.class, MeasureResults::new).results;
    }

    private List<MeasureResult> list() {
        Map<Key, List<Measurement>> reported = reported();
        List<MeasureResult> results = new ArrayList<>();
        List<MeasuredPeriod> periods = new MeasuredPeriods(dossier, this::join).of(reported.values());
        periods.forEach(period -> results.add(result(period, reported)));
        results.addAll(points(reported.values(), results));
        results.addAll(gaps(results, periods));
        return withMissesInARow(results.stream()
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
        byTime.forEach((time, rows) -> promised(rows.get(0), time.period.from()).stream()
                .filter(measure ->
                        Points.isUnit(measure.content().unit()) && MeasuredPeriods.isTheWindow(measure, time.period))
                .filter(measure -> known.stream()
                        .noneMatch(result -> result.period().equals(time.period)
                                && result.measure().name().equals(measure.name())))
                .flatMap(measure -> CountedPoints.of(measure, rows, dossier).stream())
                .forEach(results::add));
        return results;
    }

    private List<MeasureResult> withMissesInARow(List<MeasureResult> sorted) {
        Map<String, MeasureResult> last = new HashMap<>();
        List<MeasureResult> results = new ArrayList<>();
        for (MeasureResult result : sorted) {
            String series = result.contract() + "\n" + result.measure().name();
            MeasureResult before = last.get(series);
            boolean follows = before != null
                    && before.period().to().plusDays(1).equals(result.period().from());
            int row = result.isMissed() ? 1 + (follows && before != null ? before.inARow() : 0) : 0;
            MeasureResult counted =
                    row == 0 ? result : result.inARow(row, row == 1 ? Optional.empty() : repeated(result.measure()));
            last.put(series, counted);
            results.add(counted);
        }
        return results;
    }

    private record Asked(String contract, LocalDate day) {}

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

    private List<PromisedMeasure> promised(Measurement row, LocalDate day) {
        return promised.computeIfAbsent(
                new Asked(row.contract(), day),
                asked -> once(PromisedMeasure.on(dossier.family(), asked.day, asked.contract)));
    }

    private List<PromisedMeasure> once(List<PromisedMeasure> found) {
        return distinct.stream().filter(found::equals).findFirst().orElseGet(() -> {
            distinct.add(found);
            return found;
        });
    }

    private Optional<MeasurementJoin> join(Measurement row, LocalDate day) {
        List<PromisedMeasure> among = promised(row, day);
        boolean inParts = row.numerator() != null && row.denominator() != null;
        return joined.computeIfAbsent(among, first -> new HashMap<>())
                .computeIfAbsent(row.measure() + "\n" + row.unit() + "\n" + inParts, name -> joins.find(row, among));
    }

    private MeasureResult result(MeasuredPeriod of, Map<Key, List<Measurement>> reported) {
        PromisedMeasure measure = of.measure();
        Measurement row = of.first();
        Optional<String> open = open(of);
        if (open.isPresent()) {
            return notCheckable(of, open.get());
        }
        List<Measurement> rows = of.summed() ? of.rows() : withTheRowBefore(measure, row, reported);
        Optional<SmallSample> small = smallSample(measure, row);
        MeasuredValue value = MeasuredValue.of(
                measure, rows, of.summed(), precisions.computeIfAbsent(measure, MeasureResults::precision));
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
                of.join().confidence());
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

    private Optional<RepeatedMiss> repeated(PromisedMeasure measure) {
        return repeats.computeIfAbsent(measure, RepeatedMiss::of);
    }

    private static Optional<Precision> precision(PromisedMeasure measure) {
        return Precision.read(measure.citations(), measure.content().unit());
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
                of.join().confidence());
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
        return join(of.first(), of.period().to())
                .map(last -> last.measure().content().target())
                .filter(last -> target == null || last.compareTo(target) != 0)
                .isPresent();
    }

    private static Optional<SmallSample> smallSample(PromisedMeasure measure, Measurement row) {
        BigDecimal count = row.denominator();
        return count == null
                ? Optional.empty()
                : SmallSample.list(measure).stream()
                        .filter(rule -> rule.holds(count))
                        .findFirst();
    }

    private List<Measurement> withTheRowBefore(
            PromisedMeasure measure, Measurement row, Map<Key, List<Measurement>> reported) {
        boolean together = smallSample(measure, row)
                .filter(rule -> rule.then() == SmallSample.Then.WITH_THE_PERIOD_BEFORE)
                .isPresent();
        if (!together) {
            return List.of(row);
        }
        YearMonth before = YearMonth.from(row.period().from()).minusMonths(1);
        List<Measurement> earlier =
                reported.getOrDefault(new Key(row.contract(), row.measure(), Period.of(before)), List.of());
        return earlier.isEmpty() ? List.of(row) : List.of(row, earlier.get(earlier.size() - 1));
    }

    /** Months between measured ones of which no measurement is there: neither met nor missed. Without an outage none is reported. */
    private static List<MeasureResult> gaps(List<MeasureResult> results, List<MeasuredPeriod> periods) {
        Set<String> byEvent = periods.stream()
                .filter(MeasuredPeriod::summed)
                .map(period -> period.contract() + " " + period.measure().name())
                .collect(Collectors.toSet());
        Map<String, List<MeasureResult>> series = new LinkedHashMap<>();
        for (MeasureResult result : results) {
            String key = result.contract() + " " + result.measure().name();
            if (isMonths(result.period(), 1) && !byEvent.contains(key)) {
                series.computeIfAbsent(key, first -> new ArrayList<>()).add(result);
            }
        }
        return series.values().stream().flatMap(one -> gapsIn(one).stream()).toList();
    }

    static boolean isMonths(Period period, int count) {
        return period.from().plusMonths(count).minusDays(1).equals(period.to());
    }

    private static List<MeasureResult> gapsIn(List<MeasureResult> series) {
        List<YearMonth> measured = series.stream()
                .map(result -> YearMonth.from(result.period().from()))
                .sorted()
                .toList();
        MeasureResult some = series.get(0);
        List<MeasureResult> gaps = new ArrayList<>();
        YearMonth last = measured.get(measured.size() - 1);
        for (YearMonth month = measured.get(0); month.isBefore(last); month = month.plusMonths(1)) {
            if (!measured.contains(month)) {
                gaps.add(new MeasureResult(
                        some.measure(),
                        some.contract(),
                        Period.of(month),
                        State.NOT_CHECKABLE,
                        null,
                        List.of(),
                        "the measurement of “" + some.measure().name() + "” for " + month,
                        List.of(),
                        0,
                        null,
                        1));
            }
        }
        return gaps;
    }
}
