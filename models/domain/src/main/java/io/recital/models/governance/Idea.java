package io.recital.models.governance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How both sides could do better together.
 *
 * @param value what it is thought to be worth in a year; null while nobody knows
 */
public record Idea(
        UUID counterparty,
        String title,
        Sort sort,
        Stage stage,
        @Nullable Money value,
        String owner,
        LocalDate proposedOn)
        implements GovernanceRecord {
    /** What it is. */
    public enum Sort {
        JOINT_IMPROVEMENT,
        INNOVATION
    }

    /** How far it came. */
    public enum Stage {
        PROPOSED,
        ASSESSED,
        AGREED,
        UNDER_WAY,
        REALISED,
        DROPPED;

        /** Whether something may still come of it. */
        public boolean isOpen() {
            return this != REALISED && this != DROPPED;
        }
    }

    public Idea {
        Stated.value(counterparty, "counterparty");
        title = Stated.text(title, "title");
        Stated.value(sort, "sort");
        Stated.value(stage, "stage");
        owner = Stated.text(owner, "owner");
        Stated.value(proposedOn, "proposedOn");
        if (value != null && value.isNegative()) {
            throw new IllegalArgumentException("The value of an idea is not negative");
        }
    }

    @Override
    public Optional<UUID> findCounterparty() {
        return Optional.of(counterparty);
    }

    @Override
    public LocalDate since() {
        return proposedOn;
    }
}
