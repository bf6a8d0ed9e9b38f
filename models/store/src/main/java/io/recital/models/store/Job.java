package io.recital.models.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An ingestion as its user sees it.
 *
 * @param notes what the user should know about the whole, each one sentence
 * @param files how many files are in which state; states without files are left out
 * @param passages made so far
 * @param findings made so far
 */
public record Job(
        UUID id,
        JobState state,
        List<String> notes,
        Map<ItemState, Integer> files,
        int passages,
        int findings,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
    public Job {
        notes = List.copyOf(notes);
        files = Map.copyOf(files);
    }

    /** Files in a state. */
    public int files(ItemState wanted) {
        return files.getOrDefault(wanted, 0);
    }

    /** All files known so far; unpacking an archive adds to it. */
    public int total() {
        return files.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Files to which nothing more will happen. */
    public int finished() {
        return files.entrySet().stream()
                .filter(entry -> entry.getKey().isFinal())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
