package io.recital.models.ledger.measure;

import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import java.util.List;

/**
 * The rows that say together what a measure came to in a period.
 *
 * @param rows the period's own first
 * @param summed whether each row tells of a part of the period only, such as one outage
 * @param thing which of several things it is of; empty where the measure is of one
 * @param missing what keeps them from being judged; empty for nothing
 */
record MeasuredPeriod(
        MeasurementJoin join, Period period, String thing, List<Measurement> rows, boolean summed, String missing) {
    MeasuredPeriod {
        rows = List.copyOf(rows);
    }

    Measurement first() {
        return rows.get(0);
    }

    String contract() {
        return first().contract();
    }

    PromisedMeasure measure() {
        return join.measure();
    }
}
