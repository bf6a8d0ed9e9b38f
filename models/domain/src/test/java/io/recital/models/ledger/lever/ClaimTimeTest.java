package io.recital.models.ledger.lever;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTimeTest {
    private static final Map<ClaimTime.From, LocalDate> HAPPENED = Map.of(
            ClaimTime.From.INVOICE, LocalDate.of(2026, 1, 10),
            ClaimTime.From.RECEIPT, LocalDate.of(2026, 1, 14),
            ClaimTime.From.PAYMENT, LocalDate.of(2026, 2, 20),
            ClaimTime.From.DELIVERY, LocalDate.of(2026, 1, 5),
            ClaimTime.From.DUE_DATE, LocalDate.of(2026, 1, 2),
            ClaimTime.From.ACCEPTANCE, LocalDate.of(2026, 1, 31),
            ClaimTime.From.PERIOD_END, LocalDate.of(2026, 1, 31));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        The Buyer may claim the sum within six months of the arrival of the consignment.             | 2026-07-05
        Wrong charges can be objected to for two years from the date of the bill.                    | 2028-01-10
        A claim is lost if it is not made within ninety (90) days after payment.                     | 2026-05-21
        The excess is repaid within 14 days of the demand, which may be made within 1 year of receipt of the invoice. | 2027-01-14
        No request may be made later than eighteen (18) months after receipt of the bill concerned.  | 2027-07-14
        The penalty lapses unless asserted within 30 days after the agreed date.                     | 2026-02-01
        They may be claimed until three months after the work has been accepted.                     | 2026-04-30
        The allowance is to be claimed within 10 days after the end of the month in which the goods arrive. | 2026-02-10
        It can be reclaimed until the end of the second calendar year after the payment.             | 2028-12-31
        Claims must be raised by the end of the calendar year in which it was paid.                  | 2026-12-31
        What was paid too much is returned if it is notified by 30 June 2027.                        | 2027-06-30
        The excess is refunded within 30 days after the Customer's request.                          | -
        Goods arrive within three days after the order.                                              | -
        """)
    void tellsTheLastDayByTheEventThatTheWordsName(String words, @Nullable LocalDate last) {
        assertThat(ClaimTime.in(words)
                        .flatMap(time -> time.lastDay(
                                event -> Optional.ofNullable(HAPPENED.get(event)), BusinessCalendar.WEEKDAYS)))
                .isEqualTo(Optional.ofNullable(last));
    }
}
