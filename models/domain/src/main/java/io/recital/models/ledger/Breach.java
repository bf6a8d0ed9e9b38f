package io.recital.models.ledger;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import java.util.List;
import java.util.TreeSet;

/**
 * A promise that was not kept and of which no clause says what it costs.
 *
 * @param rows ids of the performance facts that show it, by kind
 */
public record Breach(String check, String title, Period period, List<Finding> rests, List<String> rows)
        implements Outcome {
    public Breach {
        requireNonNull(check, "check");
        requireNonNull(title, "title");
        requireNonNull(period, "period");
        rests = List.copyOf(rests);
        rows = List.copyOf(rows);
    }

    /** Check, period and facts. */
    @Override
    public String key() {
        return "breach " + check + " " + period + " " + String.join(" ", new TreeSet<>(rows));
    }
}
