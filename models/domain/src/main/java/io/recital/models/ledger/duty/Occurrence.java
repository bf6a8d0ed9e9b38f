package io.recital.models.ledger.duty;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One time that a duty falls due.
 *
 * @param about the period that it is for; for a duty on one day that day
 * @param trigger the event that set it off; null where the contract and the calendar alone tell the day
 * @param confidence between 0 and 1: how sure it is that this event is what the clause speaks of
 */
public record Occurrence(
        Period about, LocalDate due, @Nullable ContractEvent trigger, double confidence) {
    public Occurrence {
        requireNonNull(about, "about");
        requireNonNull(due, "due");
    }

    /** One whose day the contract and the calendar tell. */
    public Occurrence(Period about, LocalDate due) {
        this(about, due, null, 1);
    }
}
