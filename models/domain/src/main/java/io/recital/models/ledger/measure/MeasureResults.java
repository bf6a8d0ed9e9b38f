package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Finding;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.measure.MeasureResult.State;
import io.recital.models.wording.StatedDay;
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
import java.util.regex.Pattern;

/** The results of all measures of a counterparty in all periods that were measured, or should have been. */
public final class MeasureResults {
    private static final Pattern PRELIMINARY = Pattern.compile(
            "preliminary|provisional|before\\s+final|interim|flash|ahead\\s+of\\s+the|report\\s+due|not\\s+final|vorläufig",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BEGINS = Pattern.compile(
            "\\b(?:with\\s+effect\\s+(?:from|as\\s+of)|effective(?:\\s+(?:from|as\\s+of|on))?|as\\s+(?:of|from)|from|beginning(?:\\s+(?:on|with))?|starting(?:\\s+(?:on|with))?)\\s+(?:and\\s+including\\s+)?(?<day>"
                    + StatedDay.REGEX + ")",
            Pattern.CASE_INSENSITIVE);

    private final Dossier dossier;
    private final Map<Asked, List<PromisedMeasure>> promised = new HashMap<>();
    /** By day the same measures are promised again and again. */
    private final List<List<PromisedMeasure>> distinct = new ArrayList<>();

    private final MeasurementJoins joins = new MeasurementJoins();
    private final IdentityHashMap<List<PromisedMeasure>, Map<String, Optional<MeasurementJoin>>> joined =
            new IdentityHashMap<>();
    private final IdentityHashMap<PromisedMeasure, Optional<Precision>> precisions = new IdentityHashMap<>();
    private final IdentityHashMap<PromisedMeasure, List<String>> named = new IdentityHashMap<>();
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
                .computeIfAbsent(
                        row.measure() + "\n" + row.unit() + "\n" + inParts,
                        name -> joins.find(row, ofItsThing(row, among)).map(join -> asItStood(join, row, day)));
    }

    /** What a text says of the row's circuit or site alone completes what another says of all of them. */
    private List<PromisedMeasure> ofItsThing(Measurement row, List<PromisedMeasure> among) {
        List<PromisedMeasure> special = among.stream()
                .filter(measure -> MeasuredThing.isOfIt(named(measure), row))
                .toList();
        if (special.isEmpty()) {
            return among.stream()
                    .filter(measure -> !measure.governed().replaced().isEmpty()
                            || !MeasuredThing.isOfAnother(named(measure), row)
                            || among.stream()
                                    .noneMatch(other -> !other.equals(measure)
                                            && other.name().equals(measure.name())))
                    .toList();
        }
        List<PromisedMeasure> all = new ArrayList<>();
        for (PromisedMeasure measure : among) {
            boolean general = special.stream()
                    .anyMatch(one -> !one.equals(measure) && one.name().equals(measure.name()));
            if (special.contains(measure)) {
                all.add(measure.completedBy(among));
            } else if (!general) {
                all.add(measure);
            }
        }
        return all;
    }

    /** Read once: each row is held against all measures. */
    private List<String> named(PromisedMeasure measure) {
        return named.computeIfAbsent(measure, first -> MeasuredThing.named(quotes(first)));
    }

    private static List<String> quotes(PromisedMeasure measure) {
        return measure.governed().finding().citations().stream()
                .map(Citation::quote)
                .toList();
    }

    /** What was promised before where the latest text speaks of another circuit or site alone, or of a later time. */
    private MeasurementJoin asItStood(MeasurementJoin join, Measurement row, LocalDate day) {
        Governed<PerformanceMeasure> governed = join.measure().governed();
        List<String> said = quotes(join.measure());
        List<Finding> before = governed.replaced();
        if (before.isEmpty() || !(MeasuredThing.isOfAnother(named(join.measure()), row) || beginsAfter(said, day))) {
            return join;
        }
        Finding older = before.get(0);
        return new MeasurementJoin(
                new PromisedMeasure(new Governed<>(
                        (PerformanceMeasure) older.content(),
                        older,
                        dossier.family().find(older.contract()).orElse(governed.member()),
                        before.subList(1, before.size()))),
                join.confidence());
    }

    private static boolean beginsAfter(List<String> said, LocalDate day) {
        return said.stream()
                .flatMap(quote -> BEGINS.matcher(quote).results())
                .flatMap(found -> StatedDay.parse(found.group(1)).stream())
                .anyMatch(first -> first.isAfter(day));
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
}
