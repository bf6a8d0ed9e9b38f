package io.recital.models.ledger.duty;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.Period;
import java.time.LocalDate;

/**
 * One time that a duty falls due.
 *
 * @param about the period that it is for; for a duty on one day that day
 */
public record Occurrence(Period about, LocalDate due) {
    public Occurrence {
        requireNonNull(about, "about");
        requireNonNull(due, "due");
    }
}
