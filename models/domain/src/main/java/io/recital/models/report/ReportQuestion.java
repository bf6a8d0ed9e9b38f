package io.recital.models.report;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import java.time.LocalDate;
import java.util.List;

/**
 * What a report is asked about.
 *
 * @param standings the counterparties that it is about, by name
 * @param unassigned facts about nobody with a contract; empty when the report is about one counterparty
 * @param window the days that it is about
 */
public record ReportQuestion(
        List<Standing> standings, List<PerformanceFact> unassigned, Period window, LocalDate asOf) {
    public ReportQuestion {
        standings = List.copyOf(standings);
        unassigned = List.copyOf(unassigned);
        requireNonNull(window, "window");
        requireNonNull(asOf, "asOf");
    }
}
