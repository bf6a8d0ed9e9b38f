package io.recital.models.ledger.measure;

import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Sorts rows to the measures and periods that they are of. Of several series that may be of a measure the likest counts. */
final class MeasuredPeriods {
    private static final int SHORTEST_MONTH = 28;

    private final Dossier dossier;
    private final BiFunction<Measurement, LocalDate, Optional<MeasurementJoin>> joins;
    private final IdentityHashMap<PromisedMeasure, Boolean> several = new IdentityHashMap<>();

    /** @param event what single events, or things of which each is measured, are told apart by; empty for one series */
    private record Key(String contract, UUID finding, Period period, String event) {}

    /** The rows of one name and period, and the measure that they are of. */
    private record Joined(MeasurementJoin join, List<Measurement> versions) {
        String series() {
            return versions.get(0).contract() + "\n" + join.measure().name();
        }
    }

    /** @param joins the measure that a row is of on a day */
    MeasuredPeriods(Dossier dossier, BiFunction<Measurement, LocalDate, Optional<MeasurementJoin>> joins) {
        this.dossier = dossier;
        this.joins = joins;
    }

    /** @param reported rows of one name and period, the first reported first */
    List<MeasuredPeriod> of(Collection<List<Measurement>> reported) {
        Map<Key, List<MeasuredPeriod>> whole = new LinkedHashMap<>();
        Map<Key, List<MeasuredPeriod>> parts = new LinkedHashMap<>();
        List<Joined> rows = reported.stream()
                .flatMap(versions -> join(versions.get(0)).map(join -> new Joined(join, versions)).stream())
                .toList();
        Map<String, Set<String>> names = names(rows);
        Map<String, MeasuredThings> things = new HashMap<>();
        for (Joined row : rows) {
            MeasurementJoin join = row.join();
            List<Measurement> versions = row.versions();
            Measurement some = versions.get(0);
            Optional<Period> window = isTheWindow(join.measure(), some.period())
                    ? Optional.empty()
                    : PartsOfAPeriod.windowOf(join.measure(), some.period());
            Period period = window.orElse(some.period());
            List<Measurement> counting = window.isPresent() ? eachOnce(versions) : latest(join.measure(), versions);
            String thing = several.computeIfAbsent(join.measure(), MeasuredThing::areSeveral)
                    ? things.computeIfAbsent(row.series(), key -> new MeasuredThings(names.getOrDefault(key, Set.of())))
                            .of(some.measure())
                    : "";
            (window.isPresent() ? parts : whole)
                    .computeIfAbsent(key(join, some, period, thing), key -> new ArrayList<>())
                    .add(new MeasuredPeriod(join, period, thing, counting, window.isPresent(), ""));
        }
        List<MeasuredPeriod> found = new ArrayList<>();
        whole.values().forEach(series -> found.add(likest(series)));
        parts.forEach((key, pieces) -> {
            if (!whole.containsKey(key)) {
                found.addAll(together(key, pieces));
            }
        });
        return found;
    }

    private Optional<MeasurementJoin> join(Measurement row) {
        return joins.apply(row, row.period().from());
    }

    /** What reports call each measure, in all periods. */
    private static Map<String, Set<String>> names(List<Joined> rows) {
        Map<String, Set<String>> names = new HashMap<>();
        rows.forEach(row -> names.computeIfAbsent(row.series(), key -> new LinkedHashSet<>())
                .add(row.versions().get(0).measure()));
        return names;
    }

    private static Key key(MeasurementJoin join, Measurement row, Period period, String thing) {
        boolean event =
                period.days() < SHORTEST_MONTH && join.measure().window().isEmpty();
        return new Key(row.contract(), join.measure().governed().finding().id(), period, event ? row.measure() : thing);
    }

    /** The last reported row, but for corrections that came too late to count. */
    private List<Measurement> latest(PromisedMeasure measure, List<Measurement> versions) {
        Optional<CorrectionCutoff> cutoff =
                versions.size() == 1 ? Optional.empty() : CorrectionCutoff.find(measure, dossier);
        return List.of(cutoff.map(rule -> rule.latest(versions)).orElse(versions.get(versions.size() - 1)));
    }

    /** Events of one day: what is reported later replaces the earlier, what is reported together happened beside it. */
    private static List<Measurement> eachOnce(List<Measurement> versions) {
        LocalDate last = versions.get(versions.size() - 1).reportedOn();
        List<Measurement> counting = new ArrayList<>();
        versions.stream()
                .filter(row -> row.reportedOn().equals(last))
                .filter(row -> counting.stream().noneMatch(other -> isSame(row, other)))
                .forEach(counting::add);
        return counting;
    }

    private static boolean isSame(Measurement one, Measurement other) {
        return isEqual(one.value(), other.value())
                && isEqual(one.numerator(), other.numerator())
                && isEqual(one.denominator(), other.denominator());
    }

    private static boolean isEqual(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return (one == null && other == null) || (one != null && other != null && one.compareTo(other) == 0);
    }

    /** Of several series of one period the one whose name is likest; none of them where two are equally like. */
    private static MeasuredPeriod likest(List<MeasuredPeriod> series) {
        MeasuredPeriod best = series.stream()
                .max(Comparator.comparingDouble(one -> one.join().confidence()))
                .orElseThrow();
        boolean several = series.stream()
                        .filter(one -> one.join().confidence() == best.join().confidence())
                        .count()
                > 1;
        String missing = several
                ? "which of several measurements that are alike is of “"
                        + best.measure().name() + "” in " + best.period()
                : isTheWindow(best.measure(), best.period())
                        ? ""
                        : "a measurement of “" + best.measure().name() + "” for "
                                + best.measure().window().map(TimeSpan::display).orElse("its window") + " instead of "
                                + best.period();
        return new MeasuredPeriod(best.join(), best.period(), best.thing(), best.rows(), false, missing);
    }

    /** The pieces of a period added up, without what is excused; each alone where they are no sum. */
    private List<MeasuredPeriod> together(Key key, List<MeasuredPeriod> pieces) {
        MeasurementJoin join = pieces.get(0).join();
        List<Measurement> rows =
                pieces.stream().flatMap(piece -> piece.rows().stream()).toList();
        boolean oneSeries = rows.stream().map(Measurement::measure).distinct().count() == 1;
        if (!oneSeries || !PartsOfAPeriod.addsUp(join.measure(), rows, key.period)) {
            return pieces.stream()
                    .map(piece -> likest(List.of(
                            new MeasuredPeriod(join, piece.first().period(), piece.thing(), piece.rows(), false, ""))))
                    .toList();
        }
        List<Measurement> counting =
                rows.stream().filter(row -> !Excuse.isNoted(row, dossier)).toList();
        return counting.isEmpty()
                ? List.of()
                : List.of(new MeasuredPeriod(join, key.period, pieces.get(0).thing(), counting, true, ""));
    }

    static boolean isTheWindow(PromisedMeasure measure, Period period) {
        return measure.window()
                .map(window -> switch (window.unit()) {
                    case MONTHS -> MeasureSeries.isMonths(period, window.count());
                    case QUARTERS -> MeasureSeries.isMonths(period, 3 * window.count());
                    case YEARS -> MeasureSeries.isMonths(period, 12 * window.count());
                    case WEEKS -> period.days() == 7L * window.count();
                    case DAYS -> period.days() == window.count();
                    default -> true;
                })
                .orElse(true);
    }
}
