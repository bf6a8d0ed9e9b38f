package io.recital.models.governance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All that people keep to steer contracts by.
 *
 * @param records the latest version of each, the oldest record first
 * @param weights in the order in which they were given
 */
public record Governance(List<Recorded<?>> records, List<ScoreWeights> weights) {
    /** Nothing is kept. */
    public static final Governance NONE = new Governance(List.of(), List.of());

    public Governance {
        records = List.copyOf(records);
        weights = List.copyOf(weights);
    }

    /** Those of a sort, whomever they are about. */
    public <R extends GovernanceRecord> List<Recorded<R>> list(Class<R> sort) {
        return records.stream()
                .filter(record -> sort.isInstance(record.content()))
                .map(record -> new Recorded<>(
                        record.id(), record.version(), sort.cast(record.content()), record.by(), record.at()))
                .toList();
    }

    /** Those of a sort that are about a counterparty. */
    public <R extends GovernanceRecord> List<Recorded<R>> list(Class<R> sort, UUID counterparty) {
        return list(sort).stream()
                .filter(record -> record.content().findCounterparty().equals(Optional.of(counterparty)))
                .toList();
    }

    /** What was to be reckoned with on a day. */
    public Governance on(LocalDate day) {
        return new Governance(
                records.stream()
                        .filter(record -> !record.content().since().isAfter(day))
                        .toList(),
                weights);
    }

    public ScoreWeights weightsOn(LocalDate day) {
        return ScoreWeights.on(day, weights);
    }

    /** The rows that cannot be relied on, on a day, by kind, each with the day since when. */
    public Map<String, LocalDate> disputedRowsOn(LocalDate day) {
        Map<String, LocalDate> rows = new HashMap<>();
        list(Dispute.class).stream()
                .map(Recorded::content)
                .filter(dispute -> dispute.standsOn(day))
                .sorted(Comparator.comparing(Dispute::raisedOn))
                .forEach(dispute -> rows.putIfAbsent(dispute.row(), dispute.raisedOn()));
        return rows;
    }
}
