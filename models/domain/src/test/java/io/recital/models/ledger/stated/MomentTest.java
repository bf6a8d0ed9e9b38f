package io.recital.models.ledger.stated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.recital.models.fact.Period;
import io.recital.models.finding.ClauseCheck.Every;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {
    private static final CheckedPeriod FEBRUARY =
            new CheckedPeriod(Period.of(YearMonth.of(2026, 2)), LocalDate.of(2025, 4, 1), null);
    private static final CheckedPeriod LINE =
            CheckedPeriod.of(StatedRows.line("1", "2026-05-31", "LAMP", "12", "1.92"), null);

    @ParameterizedTest
    @CsvSource({
        "start,2026-02-01",
        "end,2026-02-28",
        "year,2025-04-01",
        "end + 2 months,2026-04-30",
        "end + 60 days,2026-04-29",
        "start - 12 months,2025-02-01",
        "End - 1 year,2025-02-28",
        "year + 1 quarter,2025-07-01",
        "2026-01-15 + 1 week,2026-01-22",
        "end + 5 business days,2026-03-06",
        "month + 1 month - 1 day,2026-02-28",
        "quarter + 6 months - 1 day,2026-06-30",
        "half,2026-01-01",
        "end + 2 months + 10 days,2026-05-10"
    })
    void namesADayOfThePeriod(String text, LocalDate day) {
        assertThat(Moment.parse(text).of(FEBRUARY)).contains(day);
    }

    @Test
    void namesADayOfTheRow() {
        assertThat(Moment.parse("invoice_date + 9 months").of(LINE)).contains(LocalDate.of(2027, 2, 28));
        assertThat(Moment.parse("paid_on").of(LINE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"end plus two months", "60 days after end", "end + two months", "''"})
    void refusesWhatNamesNoDay(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moment.parse(text))
                .withMessageContaining("start, end");
    }

    @Test
    void calendarPeriodsBeginWithTheCalendarAndOthersWithTheirOwnDay() {
        LocalDate first = LocalDate.of(2025, 11, 20);
        LocalDate asOf = LocalDate.of(2026, 6, 30);
        assertThat(CheckedPeriod.listOver(Every.QUARTER, null, first, asOf))
                .extracting(at -> at.period().from().toString())
                .containsExactly("2025-10-01", "2026-01-01", "2026-04-01");
        assertThat(CheckedPeriod.listOver(Every.YEAR, LocalDate.of(2024, 3, 15), first, asOf))
                .extracting(at -> at.period().toString(), at -> at.year().toString())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("2025-03-15 to 2026-03-14", "2025-03-15"));
        assertThat(CheckedPeriod.listOver(Every.MONTH, LocalDate.of(2026, 1, 31), first, asOf))
                .extracting(at -> at.period().toString())
                .startsWith("2026-01-31 to 2026-02-27", "2026-02-28 to 2026-03-30");
    }
}
