package io.recital.models.ledger.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.fact.IndexValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentClockTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        the date of the invoice                                                        | INVOICE
        receipt of a correct bill                                                      | RECEIPT
        delivery of the invoice                                                        | RECEIPT
        receipt of the goods                                                           | GOODS
        delivery of the consignment                                                    | GOODS
        the end of each calendar quarter                                               | SERVICE_END
        the first day of the half-year                                                 | SERVICE_START
        acceptance of the machine                                                      | OTHER
        the end of the month in which it receives the bill                             | RECEIPT, month end
        the end of the month of the invoice                                            | INVOICE, month end
        the end of the month in which the services were performed                      | SERVICE_END, month end
        receipt of the bill or receipt of the goods, whichever is later                | RECEIPT GOODS
        the later of receipt of the invoice and delivery of the goods                  | RECEIPT GOODS
        receipt of the goods and of the invoice                                        | GOODS INVOICE
        """)
    void startsFromWhatTheWordsName(String words, String starts) {
        assertThat(PaymentClock.of(words).starts().stream()
                        .map(start -> start.event() + (start.monthEnd() ? ", month end" : ""))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(starts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        by the 15th of the following month                              | 2026-02-15
        on the twentieth day of the month after receipt of the invoice  | 2026-02-20
        at the end of the month that follows the month of the invoice   | 2026-02-28
        no later than the last day of the next month                    | 2026-02-28
        by the end of the second month following the invoice            | 2026-03-31
        within 30 days of the end of the month                          | -
        """)
    void fallsDueOnADayOfALaterMonth(String words, LocalDate due) {
        assertThat(FixedDay.in(words)
                        .map(day -> day.after(LocalDate.of(2026, 1, 31)))
                        .orElse(null))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        9 points above the base rate under § 247 of the German Civil Code | -       | Basiszinssatz (BGB)
        the base rate of the Bank of England                              | -       | Bank of England base rate
        the ECB's rate for main refinancing                               | -       | ECB main refinancing operations
        5 points above the base rate                                      | German law | Basiszinssatz (BGB)
        5 points above the base rate                                      | the laws of England | Bank of England base rate
        5 points above the base rate                                      | Swiss law | -
        the prime rate of its bank                                        | -       | -
        """)
    void findsARateByAnyOfItsNames(String words, String law, String series) {
        List<IndexValue> all = List.of(
                rate("Basiszinssatz (BGB)"),
                rate("Bank of England base rate"),
                rate("ECB main refinancing operations"));
        assertThat(BaseRates.named(words, law == null ? "" : law, all)
                        .map(rates -> rates.values().get(0).series())
                        .orElse(null))
                .isEqualTo(series);
    }

    private static IndexValue rate(String series) {
        return new IndexValue(series, series, YearMonth.of(2026, 1), BigDecimal.ONE, LocalDate.of(2026, 1, 1));
    }

    @Property
    void aCommencedMonthCountsInFullAndNeverTwo(@ForAll @IntRange(min = 1, max = 900) int late) {
        InterestRate rate = new InterestRate(BigDecimal.valueOf(12), 365, false, true);
        LocalDate due = LocalDate.of(2025, 1, 31);
        long months = rate.parts(due, due.plusDays(late));
        assertThat(due.plusMonths(months)).isAfterOrEqualTo(due.plusDays(late));
        assertThat(due.plusMonths(months - 1)).isBefore(due.plusDays(late));
    }
}
