package io.recital.performance.obligation;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.Period;
import io.recital.models.ledger.duty.DutyState;
import io.recital.models.ledger.duty.DutyState.Status;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which occurrences are meant.
 *
 * @param counterparty null for all
 * @param owner who sees to it, written large or small; null for anybody and nobody
 * @param statuses empty for all
 * @param window in which they fall due
 */
public record OccurrenceFilter(
        @Nullable UUID counterparty, @Nullable String owner, Set<Status> statuses, Period window) {
    /** All of them. */
    public static final OccurrenceFilter ALL =
            new OccurrenceFilter(null, null, Set.of(), new Period(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)));

    public OccurrenceFilter {
        statuses = Set.copyOf(statuses);
        requireNonNull(window, "window");
    }

    boolean isAbout(UUID other) {
        return counterparty == null || counterparty.equals(other);
    }

    boolean holds(DutyState state) {
        String wanted = owner;
        return window.holds(state.occurrence().due())
                && (statuses.isEmpty() || statuses.contains(state.status()))
                && (wanted == null
                        || state.owner().filter(wanted::equalsIgnoreCase).isPresent());
    }
}
