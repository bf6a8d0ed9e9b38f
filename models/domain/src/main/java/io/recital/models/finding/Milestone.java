package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A deliverable with its due date and what hangs on it.
 *
 * @param payment what is paid on it, null when nothing is stated
 * @param acceptance how it is accepted, null when not stated
 * @param code the contract's own number for it, such as {@code M4}; null when it has none
 */
public record Milestone(
        String deliverable,
        @Nullable Deadline due,
        @Nullable TypedValue payment,
        @Nullable String acceptance,
        @Nullable String code)
        implements FindingContent {
    public Milestone {
        requireNonNull(deliverable, "deliverable");
    }

    /** One that bears no number. */
    public Milestone(
            String deliverable, @Nullable Deadline due, @Nullable TypedValue payment, @Nullable String acceptance) {
        this(deliverable, due, payment, acceptance, null);
    }

    /** This milestone as a change states it, and where the change says nothing as the earlier text has it. */
    public Milestone completedBy(Milestone earlier) {
        return new Milestone(
                deliverable,
                due == null ? earlier.due : due,
                payment == null ? earlier.payment : payment,
                acceptance == null ? earlier.acceptance : acceptance,
                code == null ? earlier.code : code);
    }

    @Override
    public FindingKind kind() {
        return FindingKind.MILESTONE;
    }

    @Override
    public String type() {
        return "milestone";
    }

    @Override
    public String summary() {
        return deliverable + (due == null ? "" : " — " + due.display());
    }
}
