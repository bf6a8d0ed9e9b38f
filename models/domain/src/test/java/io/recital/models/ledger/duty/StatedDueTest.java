package io.recital.models.ledger.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.finding.Deadline;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedDueTest {
    private static final LocalDate BEGINS = LocalDate.of(2025, 9, 15);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            By the tenth day of each month                    | within 10 days of the end of every 1 month
            no later than the 15th of every calendar month    | within 15 days of the end of every 1 month
            by the fifth Working Day of a month               | within 5 business days of the end of every 1 month
            by the fifth (5th) business day of the Quarter    | within 5 business days of the end of every 1 quarter
            before 15 May 2026                                | on 2026-05-14
            on or before 15 May 2026                          | on 2026-05-15
            no later than May 15, 2026                        | on 2026-05-15
            by 31 February 2026                               | nothing
            promptly                                          | nothing
            for ten years                                     | nothing
            by 30 June                                        | nothing
            """)
    void readsADayOfEachMonthOrOneDay(String words, @Nullable String deadline) {
        assertThat(new StatedDue(words, "")
                        .findDeadline()
                        .map(Deadline::display)
                        .orElse(null))
                .isEqualTo(deadline);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            by 31 January of each year                |                                      | --01-31
            no later than March 31 of each year       |                                      | --03-31
            on or before 30 April in every year       |                                      | --04-30
            before 1 August                           | examined every year, and before then | --07-31
            by 30 June                                | has it examined each year            | --06-30
            by 30 June                                | gives the certificate by 30 June     | nothing
            every January                             |                                      | --01-31
            in March of each calendar year            |                                      | --03-31
            on each anniversary of the Start Date     |                                      | --09-15
            by 30 June 2026                           | reviewed annually                    | nothing
            """)
    void readsADayOfEachYearWhereTheWordsSaySo(String words, @Nullable String quote, @Nullable String day) {
        assertThat(new StatedDue(words, quote == null ? "" : quote)
                        .findYearly(BEGINS)
                        .map(Object::toString)
                        .orElse(null))
                .isEqualTo(day);
    }
}
