package io.recital.models.ledger.measure;

import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.measure.MeasureResult.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
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

    private final Dossier dossier;
    private final Map<Asked, List<PromisedMeasure>> promised = new HashMap<>();
    /** By day the same measures are promised again and again. */
    private final List<List<PromisedMeasure>> distinct = new ArrayList<>();

    private final MeasurementJoins joins = new MeasurementJoins();
    private final IdentityHashMap<List<PromisedMeasure>, Map<String, Optional<MeasurementJoin>>> joined =
            new IdentityHashMap<>();
    private final IdentityHashMap<PromisedMeasure, Optional<Precision>> precisions = new IdentityHashMap<>();
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
        Map<Key, Measurement> latest = latest();
        List<MeasureResult> results = new ArrayList<>();
        latest.forEach((key, row) -> join(row, key.period.from())
                .map(join -> result(join, row, latest))
                .ifPresent(results::add));
        results.addAll(gaps(results));
        return results.stream()
                .sorted(Comparator.comparing(
                                (MeasureResult result) -> result.period().from())
                        .thenComparing(result -> result.measure().name()))
                .toList();
    }

    private record Asked(String contract, LocalDate day) {}

    private record Key(String contract, String measure, Period period) {}

    /** Of several rows of one measure and period the last reported one counts. */
    private Map<Key, Measurement> latest() {
        Map<Key, Measurement> latest = new LinkedHashMap<>();
        for (Measurement row : dossier.facts().measurements()) {
            latest.merge(
                    new Key(row.contract(), row.measure(), row.period()),
                    row,
                    (one, other) -> other.reportedOn().isBefore(one.reportedOn()) ? one : other);
        }
        return latest;
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
        return joined.computeIfAbsent(among, first -> new HashMap<>())
                .computeIfAbsent(row.measure(), name -> joins.find(name, among));
    }

    private MeasureResult result(MeasurementJoin join, Measurement row, Map<Key, Measurement> latest) {
        PromisedMeasure measure = join.measure();
        if (!isTheWindow(measure, row.period())) {
            return notCheckable(
                    join,
                    row,
                    "a measurement of “" + measure.name() + "” for "
                            + measure.window().map(TimeSpan::display).orElse("its window") + " instead of "
                            + row.period());
        }
        if (measure.content().target() == null) {
            return notCheckable(
                    join,
                    row,
                    "the target of “" + measure.name() + "”, which the contract withholds or states in two ways");
        }
        if (changesWithin(row, join)) {
            return notCheckable(
                    join,
                    row,
                    "which target of “" + measure.name() + "” counts for " + row.period()
                            + ", within which it changed");
        }
        List<Measurement> rows = withTheRowBefore(measure, row, latest);
        Optional<SmallSample> small = smallSample(measure, row);
        MeasuredValue value =
                MeasuredValue.of(measure, rows, precisions.computeIfAbsent(measure, MeasureResults::precision));
        BigDecimal measured = value.value();
        State state;
        if (isPreliminary(row)) {
            state = State.PRELIMINARY;
        } else if (small.filter(rule -> rule.then() == SmallSample.Then.MET).isPresent()) {
            state = State.MET;
        } else if (small.filter(rule -> rule.then() == SmallSample.Then.NOT_MEASURED)
                .isPresent()) {
            state = State.NOT_MEASURED;
        } else if (measured == null) {
            return notCheckable(join, row, "anything measured of “" + measure.name() + "” in " + row.period());
        } else {
            state = measure.content().isMetBy(measured).orElseThrow() ? State.MET : State.MISSED;
        }
        return new MeasureResult(
                measure, row.contract(), row.period(), state, measured, rows, "", value.workings(), join.confidence());
    }

    private static Optional<Precision> precision(PromisedMeasure measure) {
        return Precision.read(measure.citations(), measure.content().unit());
    }

    private static MeasureResult notCheckable(MeasurementJoin join, Measurement row, String missing) {
        return new MeasureResult(
                join.measure(),
                row.contract(),
                row.period(),
                State.NOT_CHECKABLE,
                null,
                List.of(row),
                missing,
                List.of(),
                join.confidence());
    }

    private boolean isPreliminary(Measurement row) {
        return !row.reportedOn().isAfter(row.period().to())
                || PRELIMINARY.matcher(row.note()).find();
    }

    private static boolean isTheWindow(PromisedMeasure measure, Period period) {
        return measure.window()
                .map(window -> switch (window.unit()) {
                    case MONTHS -> isMonths(period, window.count());
                    case QUARTERS -> isMonths(period, 3 * window.count());
                    case YEARS -> isMonths(period, 12 * window.count());
                    case WEEKS -> period.days() == 7L * window.count();
                    case DAYS -> period.days() == window.count();
                    default -> true;
                })
                .orElse(true);
    }

    private static boolean isMonths(Period period, int count) {
        return period.from().plusMonths(count).minusDays(1).equals(period.to());
    }

    /** Whether another target came into force within the period: then it is open which one counts. */
    private boolean changesWithin(Measurement row, MeasurementJoin join) {
        BigDecimal target = join.measure().content().target();
        return join(row, row.period().to())
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

    private List<Measurement> withTheRowBefore(PromisedMeasure measure, Measurement row, Map<Key, Measurement> latest) {
        boolean together = smallSample(measure, row)
                .filter(rule -> rule.then() == SmallSample.Then.WITH_THE_PERIOD_BEFORE)
                .isPresent();
        if (!together) {
            return List.of(row);
        }
        YearMonth before = YearMonth.from(row.period().from()).minusMonths(1);
        Measurement earlier = latest.get(new Key(row.contract(), row.measure(), Period.of(before)));
        return earlier == null ? List.of(row) : List.of(row, earlier);
    }

    /** Months between measured ones of which no measurement is there: neither met nor missed. */
    private List<MeasureResult> gaps(List<MeasureResult> results) {
        Map<String, List<MeasureResult>> series = new LinkedHashMap<>();
        for (MeasureResult result : results) {
            if (isMonths(result.period(), 1)) {
                series.computeIfAbsent(
                                result.contract() + " " + result.measure().name(), key -> new ArrayList<>())
                        .add(result);
            }
        }
        return series.values().stream().flatMap(one -> gapsIn(one).stream()).toList();
    }

    private List<MeasureResult> gapsIn(List<MeasureResult> series) {
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
                        1));
            }
        }
        return gaps;
    }
}
