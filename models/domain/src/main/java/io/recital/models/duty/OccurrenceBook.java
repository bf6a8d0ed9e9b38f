package io.recital.models.duty;

import io.recital.models.finding.Finding;
import io.recital.models.finding.Obligation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What people did about occurrences. A record is found by the occurrence's id, and where a newer reading puts the duty
 * into slightly other words, by its contract, its day and most of the words.
 */
public final class OccurrenceBook {
    /** Nobody did anything. */
    public static final OccurrenceBook EMPTY = new OccurrenceBook(List.of());

    /** Of all words of two readings of a duty, how many are the same when they are one duty. */
    private static final double SAME_DUTY = 0.7;

    private final Map<OccurrenceId, OccurrenceRecord> records = new HashMap<>();
    private final Map<LocalDate, List<OccurrenceRecord>> byDay;

    public OccurrenceBook(List<OccurrenceRecord> records) {
        records.forEach(each -> this.records.put(each.id(), each));
        this.byDay =
                records.stream().collect(Collectors.groupingBy(each -> each.id().due()));
    }

    public boolean isEmpty() {
        return records.isEmpty();
    }

    /** All of them, by id. */
    public List<OccurrenceRecord> records() {
        return records.values().stream()
                .sorted((one, other) -> one.id().toString().compareTo(other.id().toString()))
                .toList();
    }

    /** What was done about the duties of some contracts. */
    public OccurrenceBook of(Set<UUID> contracts) {
        return new OccurrenceBook(records.values().stream()
                .filter(each -> contracts.contains(each.contract()))
                .toList());
    }

    /** What counted on a day. */
    public OccurrenceBook asOf(LocalDate day) {
        return records.isEmpty()
                ? this
                : new OccurrenceBook(records.values().stream()
                        .map(each -> each.asOf(day))
                        .filter(each -> each.version() > 0)
                        .toList());
    }

    /**
     * What was done about the time at which the duty of a finding falls due.
     *
     * @param known ids of all occurrences that are read now: their records are their own
     */
    public Optional<OccurrenceRecord> find(Finding finding, LocalDate due, Set<OccurrenceId> known) {
        List<OccurrenceRecord> thatDay = byDay.getOrDefault(due, List.of());
        if (thatDay.isEmpty()) {
            return Optional.empty();
        }
        OccurrenceRecord exact = records.get(OccurrenceId.of(finding, due));
        return exact != null
                ? Optional.of(exact)
                : thatDay.stream()
                        .filter(each -> each.contract().equals(finding.contract()) && !known.contains(each.id()))
                        .filter(each -> isSameDuty(each.action(), finding))
                        .findFirst();
    }

    private static boolean isSameDuty(String action, Finding finding) {
        if (!(finding.content() instanceof Obligation obligation)) {
            return false;
        }
        Set<String> one = words(action);
        Set<String> other = words(obligation.action());
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        one.retainAll(other);
        return one.size() >= SAME_DUTY * all.size();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 2)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
