package io.recital.models.governance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one side says to the other about the counterparty's performance; both can read it.
 *
 * @param measurement id of the performance fact that it is about; null for the whole
 */
public record Comment(
        UUID counterparty,
        Side side,
        String author,
        @Nullable String measurement,
        String text,
        LocalDate on) implements GovernanceRecord {
    private static final int LONGEST = 4000;

    public Comment {
        Stated.value(counterparty, "counterparty");
        Stated.value(side, "side");
        author = Stated.text(author, "author");
        text = Stated.text(text, "text");
        Stated.value(on, "on");
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A comment has " + LONGEST + " characters at most");
        }
    }

    @Override
    public Optional<UUID> findCounterparty() {
        return Optional.of(counterparty);
    }

    @Override
    public LocalDate since() {
        return on;
    }
}
