package io.recital.models.ledger.duty;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedPeriodTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            Availability report March 2026            | 2026-03-01 to 2026-03-31
            Availability report 2026-03               | 2026-03-01 to 2026-03-31
            Monatsbericht 03/2026                     | 2026-03-01 to 2026-03-31
            Bericht Oktober 2025                      | 2025-10-01 to 2025-10-31
            Rapport de février 2026                   | 2026-02-01 to 2026-02-28
            Statement 2026-01 to 2026-03              | 2026-01-01 to 2026-03-31
            Statement of January to March 2026        | 2026-01-01 to 2026-03-31
            Statement, November 2025 – January 2026   | 2025-11-01 to 2026-01-31
            Report for January and February 2026      | 2026-02-01 to 2026-02-28
            Royalty report Q1 2026                    | 2026-01-01 to 2026-03-31
            Royalty report 2026-Q4                    | 2026-10-01 to 2026-12-31
            Inspection record H2-2025                 | 2025-07-01 to 2025-12-31
            Statement of the second quarter of 2026   | 2026-04-01 to 2026-06-30
            Statement of the first half of 2026       | 2026-01-01 to 2026-06-30
            Outage of 14 March 2026                   | nothing
            Maintenance 2026                          | nothing
            Marking 2026, Declaration 2026            | nothing
            Certificate issued 2026-03-14             | nothing
            Plan H3 2026                              | nothing
            """)
    void readsForWhichTimeAPaperIs(String subject, @Nullable String period) {
        assertThat(NamedPeriod.in(subject).map(Object::toString).orElse(null)).isEqualTo(period);
    }
}
