package io.recital.models.ledger.measure;

import io.recital.models.fact.Period;
import java.time.LocalDate;

/** The years of a contract, from each anniversary of its effective date. */
final class ContractYear {
    private ContractYear() {}

    /** The contract year that a period ends in, from its first day to the last of which something can be known. */
    static Period soFar(PromisedMeasure measure, Period period, LocalDate asOf) {
        LocalDate start =
                measure.governed().member().findEffective().orElse(period.to().withDayOfYear(1));
        LocalDate first = start.withYear(period.to().getYear());
        LocalDate from = first.isAfter(period.to()) ? first.minusYears(1) : first;
        LocalDate last = from.plusYears(1).minusDays(1);
        LocalDate to = asOf.isBefore(last) ? asOf : last;
        return new Period(from, to.isBefore(period.to()) ? period.to() : to);
    }
}
