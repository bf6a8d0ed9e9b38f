package io.recital.models.ledger.measure;

import io.recital.models.fact.Period;
import io.recital.models.ledger.measure.MeasureResult.State;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the results of one measure say one after the other: which misses follow each other, and which months are not measured. */
final class MeasureSeries {
    private MeasureSeries() {}

    /** The same results, each with how many misses in a row it is the last of. */
    static List<MeasureResult> withMissesInARow(List<MeasureResult> sorted) {
        Map<String, MeasureResult> last = new HashMap<>();
        IdentityHashMap<PromisedMeasure, Optional<RepeatedMiss>> rules = new IdentityHashMap<>();
        List<MeasureResult> results = new ArrayList<>();
        for (MeasureResult result : sorted) {
            MeasureResult before = last.get(result.series());
            boolean follows = before != null
                    && before.period().to().plusDays(1).equals(result.period().from());
            int row = result.isMissed() ? 1 + (follows && before != null ? before.inARow() : 0) : 0;
            Optional<RepeatedMiss> rule =
                    row > 1 ? rules.computeIfAbsent(result.measure(), RepeatedMiss::of) : Optional.empty();
            MeasureResult counted = row == 0 ? result : result.inARow(row, rule);
            last.put(result.series(), counted);
            results.add(counted);
        }
        return results;
    }

    /** Months between measured ones of which no measurement is there: neither met nor missed. Without an outage none is reported. */
    static List<MeasureResult> gaps(List<MeasureResult> results, List<MeasuredPeriod> periods) {
        Set<String> byEvent = periods.stream()
                .filter(MeasuredPeriod::summed)
                .map(period -> period.contract() + " " + period.measure().name())
                .collect(Collectors.toSet());
        Map<String, List<MeasureResult>> series = new LinkedHashMap<>();
        for (MeasureResult result : results) {
            String key = result.contract() + " " + result.measure().name();
            if (isMonths(result.period(), 1) && !byEvent.contains(key)) {
                series.computeIfAbsent(result.series(), first -> new ArrayList<>())
                        .add(result);
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
        List<MeasureResult> gaps = new ArrayList<>();
        YearMonth last = measured.get(measured.size() - 1);
        for (YearMonth month = measured.get(0); month.isBefore(last); month = month.plusMonths(1)) {
            if (!measured.contains(month)) {
                gaps.add(gap(series.get(0), month));
            }
        }
        return gaps;
    }

    private static MeasureResult gap(MeasureResult some, YearMonth month) {
        return new MeasureResult(
                some.measure(),
                some.contract(),
                Period.of(month),
                State.NOT_CHECKABLE,
                null,
                List.of(),
                "the measurement of “" + some.name() + "” for " + month,
                List.of(),
                0,
                null,
                1,
                some.thing());
    }
}
