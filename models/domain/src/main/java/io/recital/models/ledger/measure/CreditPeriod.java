package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.Period;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The time whose misses make one credit: that of the result, or of several single events the month or quarter for which they are
 * limited together.
 */
final class CreditPeriod {
    private static final Pattern OF_A_QUARTER = Pattern.compile(
            "\\b(?:in|per|of|for)\\s+(?:a|any|each|one|that|the)?\\s*(?:calendar\\s+)?quarter\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_A_MONTH = Pattern.compile(
            "\\b(?:in|per|of|for)\\s+(?:a|any|each|one|that|the)?\\s*(?:calendar\\s+)?month\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int SHORTEST_MONTH = 28;

    private CreditPeriod() {}

    static Period of(MeasureResult result) {
        Period period = result.period();
        if (!isEvent(result)) {
            return period;
        }
        Optional<String> limit = result.measure().citations().stream()
                .filter(FeeBaseReader::isLimit)
                .map(Citation::quote)
                .findFirst();
        YearMonth month = YearMonth.from(period.to());
        if (limit.filter(quote -> OF_A_QUARTER.matcher(quote).find()).isPresent()) {
            YearMonth first = month.minusMonths((month.getMonthValue() - 1) % 3);
            return new Period(first.atDay(1), first.plusMonths(2).atEndOfMonth());
        }
        return limit.filter(quote -> OF_A_MONTH.matcher(quote).find()).isPresent() ? Period.of(month) : period;
    }

    /** The time whose fee counts: of a single event the month in which it ended. */
    static Period ofTheFee(Period credit) {
        return credit.days() < SHORTEST_MONTH ? Period.of(YearMonth.from(credit.to())) : credit;
    }

    /** Whether a result is of one event, and not of a time that is measured. */
    static boolean isEvent(MeasureResult result) {
        return result.period().days() < SHORTEST_MONTH
                && result.measure().window().isEmpty();
    }
}
