package io.recital.models.ledger.spend;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The times for which a royalty is reckoned: months, quarters, half-years or years of the calendar, as its lever says, or
 * else as it was invoiced and sales were reported.
 */
final class RoyaltyPeriods {
    private static final int QUARTER = 3;
    private static final List<Integer> LENGTHS = List.of(1, 3, 6, 12);

    private RoyaltyPeriods() {}

    /** Those for which a royalty was invoiced, in order. */
    static Set<Period> of(Dossier dossier, RoyaltyTerm royalty) {
        int months = months(dossier, royalty);
        Set<Period> periods = new TreeSet<>(Comparator.comparing(Period::from));
        lines(dossier, royalty)
                .forEach(line -> Optional.ofNullable(line.service())
                        .map(service -> holding(service.from(), months))
                        .filter(period -> period.to().isBefore(dossier.asOf()))
                        .ifPresent(periods::add));
        return periods;
    }

    private static List<InvoiceLine> lines(Dossier dossier, RoyaltyTerm royalty) {
        List<InvoiceLine> named = royalty.isStated() ? Royalties.of(dossier, royalty.item(), null) : List.of();
        return named.isEmpty()
                ? dossier.facts().invoiceLines().stream()
                        .filter(line -> Royalties.isRoyalty(line) && line.service() != null)
                        .toList()
                : named;
    }

    /** How many months one is long; a quarter where nothing tells. */
    static int months(Dossier dossier, RoyaltyTerm royalty) {
        return stated(royalty).orElseGet(() -> practice(dossier, royalty));
    }

    private static Optional<Integer> stated(RoyaltyTerm royalty) {
        return royalty.term()
                .findSpan(Name.FREQUENCY)
                .filter(span -> span.unit() != TimeSpan.Unit.YEARS)
                .map(span -> ContractYears.months(royalty.term()))
                .filter(LENGTHS::contains);
    }

    private static int practice(Dossier dossier, RoyaltyTerm royalty) {
        int invoiced = longest(
                lines(dossier, royalty).stream().map(InvoiceLine::service).toList());
        int reported = longest(dossier.facts().measurements().stream()
                .filter(row -> ReportedSales.isBase(row.measure()))
                .map(Measurement::period)
                .toList());
        int months = Math.max(invoiced, reported);
        return months == 0 ? QUARTER : months;
    }

    /** The longest of some times; none where one is no month, quarter, half-year or year of the calendar. */
    private static int longest(List<Period> periods) {
        int longest = 0;
        for (Period period : periods) {
            int months = IntStream.of(1, 3, 6, 12)
                    .filter(length -> holding(period.from(), length).equals(period))
                    .findFirst()
                    .orElse(QUARTER);
            longest = Math.max(longest, months);
        }
        return longest;
    }

    /** The one of so many months that holds a day. */
    static Period holding(LocalDate day, int months) {
        int first = (day.getMonthValue() - 1) / months * months + 1;
        YearMonth from = YearMonth.of(day.getYear(), Month.of(first));
        return new Period(from.atDay(1), from.plusMonths(months - 1L).atEndOfMonth());
    }

    static int months(Period period) {
        return (int) ChronoUnit.MONTHS.between(period.from(), period.to().plusDays(1));
    }
}
