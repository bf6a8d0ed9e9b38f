package io.recital.models.ledger.stated;

import io.recital.models.fact.FactColumns;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.Facts;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.finding.RowSelection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a counterparty by kind; of measurements of one measure and period the last reported one. */
final class RowPool {
    private final Map<FactKind, List<PerformanceFact>> rows = new EnumMap<>(FactKind.class);

    private final LocalDate asOf;

    RowPool(Facts facts, LocalDate asOf) {
        this.asOf = asOf;
        facts.stream()
                .filter(row -> !(row instanceof Measurement))
                .forEach(row -> rows.computeIfAbsent(row.kind(), kind -> new ArrayList<>())
                        .add(row));
        rows.put(FactKind.MEASUREMENT, latest(facts.measurements()));
    }

    private static List<PerformanceFact> latest(List<Measurement> all) {
        Map<String, PerformanceFact> latest = new LinkedHashMap<>();
        all.stream()
                .sorted(Comparator.comparing(Measurement::reportedOn))
                .forEach(row -> latest.put(
                        row.vendor().key() + "|" + row.contract() + "|" + row.measure() + "|" + row.period() + "|"
                                + row.unit(),
                        row));
        return new ArrayList<>(latest.values());
    }

    /** The day from which they are looked at. */
    LocalDate asOf() {
        return asOf;
    }

    /** The kind of rows that a selection names. */
    static FactKind kind(RowSelection selection) {
        String name = selection.facts().strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (FactKind kind : FactKind.values()) {
            if (kind.name().equals(name) && kind != FactKind.VENDOR) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "There are no rows “" + selection.facts()
                        + "”: write measurement, invoice-line, credit-note, purchase, event, claim, index-value or exchange-rate");
    }

    /** Those that say what is asked of them, whenever; without a row at hand what compares with it is left aside. */
    List<PerformanceFact> list(RowSelection selection, @Nullable PerformanceFact atHand) {
        List<RowFilter> filters = filters(selection).stream()
                .filter(filter -> atHand != null || !filter.needsARow())
                .toList();
        return rows.getOrDefault(kind(selection), List.of()).stream()
                .filter(row -> filters.stream().allMatch(filter -> filter.holds(row, atHand)))
                .sorted(Comparator.comparing(
                                (PerformanceFact row) -> day(row, selection).orElse(LocalDate.MIN))
                        .thenComparing(PerformanceFact::id))
                .toList();
    }

    /**
     * Whether facts of the kind were still recorded when the period began, so that none of a sort means that there was
     * none; what belongs to a row at hand is looked for whenever it was.
     */
    boolean reaches(RowSelection selection, CheckedPeriod at) {
        return at.row() != null
                || rows.getOrDefault(kind(selection), List.of()).stream()
                        .anyMatch(row ->
                                !FactColumns.day(row).isBefore(at.period().from()));
    }

    static List<RowFilter> filters(RowSelection selection) {
        return selection.where().entrySet().stream()
                .map(entry -> new RowFilter(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Those of them that are in time. */
    List<PerformanceFact> list(RowSelection selection, CheckedPeriod at) {
        Optional<LocalDate> from = bound(selection.from(), "start", at);
        Optional<LocalDate> to = bound(selection.to(), "end", at);
        return list(selection, at.row()).stream()
                .filter(row -> isInTime(day(row, selection), from, to))
                .toList();
    }

    private static boolean isInTime(Optional<LocalDate> day, Optional<LocalDate> from, Optional<LocalDate> to) {
        boolean always = from.isEmpty() && to.isEmpty();
        return always
                || day.filter(on -> from.filter(first -> on.isBefore(first)).isEmpty()
                                && to.filter(last -> on.isAfter(last)).isEmpty())
                        .isPresent();
    }

    /** A bound of time; empty where there is none. What belongs to a row at hand is looked for whenever it was. */
    private static Optional<LocalDate> bound(@Nullable String stated, String usual, CheckedPeriod at) {
        if ("always".equals(stated) || (stated == null && at.row() != null)) {
            return Optional.empty();
        }
        return Moment.parse(stated == null ? usual : stated).of(at);
    }

    static Optional<LocalDate> day(PerformanceFact row, RowSelection selection) {
        return selection.on() == null
                ? Optional.of(FactColumns.day(row))
                : FactColumns.find(row, selection.on())
                        .filter(LocalDate.class::isInstance)
                        .map(LocalDate.class::cast);
    }
}
