package io.recital.ingestion.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and dates as they are written: read as they were meant, or not at all. */
class SpellingTest {
    private static String written(BigDecimal number, Locale locale) {
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(locale)).format(number);
    }

    @Property
    void readsANumberInTheWayInWhichItWasWritten(
            @ForAll @BigRange(min = "-99999999", max = "99999999") @Scale(4) BigDecimal number) {
        Readings<BigDecimal> english = NumberText.number(written(number, Locale.UK));
        Readings<BigDecimal> german = NumberText.number(written(number, Locale.GERMANY));

        assertThat(english.in(Way.FIRST)).isEqualByComparingTo(number);
        assertThat(german.in(Way.SECOND)).isEqualByComparingTo(number);
        assertIsNoOtherNumber(english, number);
        assertIsNoOtherNumber(german, number);
    }

    private static void assertIsNoOtherNumber(Readings<BigDecimal> readings, BigDecimal number) {
        BigDecimal undecided = readings.in(Way.UNDECIDED);
        if (undecided != null) {
            assertThat(undecided).isEqualByComparingTo(number);
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2000, 1, 1).toEpochDay(),
                        LocalDate.of(2060, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Property
    void readsADateInTheWayInWhichItWasWritten(@ForAll("days") LocalDate day) {
        Readings<LocalDate> british = DateText.date(day.format(DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.UK)));
        Readings<LocalDate> american = DateText.date(day.format(DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US)));

        assertThat(british.in(Way.FIRST)).isEqualTo(day);
        assertThat(american.in(Way.SECOND)).isEqualTo(day);
        assertThat(british.in(Way.UNDECIDED)).isIn(day, null);
        assertThat(american.in(Way.UNDECIDED)).isIn(day, null);
        assertThat(DateText.date(day.toString()).in(Way.SECOND)).isEqualTo(day);
        assertThat(DateText.date(day.format(DateTimeFormatter.ofPattern("d.M.uu", Locale.GERMANY)))
                        .in(Way.SECOND))
                .isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1234            | 1234     | 1234
            1,234.50        | 1234.50  |
            1.234,50        |          | 1234.50
            1,250           | 1250     | 1.250
            1.250           | 1.250    | 1250
            0.125           | 0.125    |
            0,125           |          | 0.125
            1'234.50        | 1234.50  |
            1 234,50        |          | 1234.50
            123.45-         | -123.45  |
            (1,234.50)      | -1234.50 |
            -5              | -5       | -5
            99.94 %         | 99.94    |
            1.234.567       |          | 1234567
            12,34,567       |          |
            1,23.4          |          |
            €12.50          |          |
            ten             |          |
            -               |          |
            .               |          |
            """)
    void readsNumbers(String text, BigDecimal withPoint, BigDecimal withComma) {
        assertThat(NumberText.number(text)).isEqualTo(new Readings<>(withPoint, withComma));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-06-30           | 2026-06-30 | 2026-06-30
            2026/6/3             | 2026-06-03 | 2026-06-03
            20260630             | 2026-06-30 | 2026-06-30
            2026-06-30T14:30:00Z | 2026-06-30 | 2026-06-30
            30.06.2026 00:00     | 2026-06-30 | 2026-06-30
            30.6.26              | 2026-06-30 | 2026-06-30
            03/04/2026           | 2026-04-03 | 2026-03-04
            31/12/2025           | 2025-12-31 |
            12-31-2025           |            | 2025-12-31
            31-DEC-25            | 2025-12-31 | 2025-12-31
            1. März 2026         | 2026-03-01 | 2026-03-01
            Dec 31, 2025         | 2025-12-31 | 2025-12-31
            31/02/2026           |            |
            2026-13-01           |            |
            20261301             |            |
            soon                 |            |
            45754                |            |
            """)
    void readsDates(String text, LocalDate dayFirst, LocalDate monthFirst) {
        assertThat(DateText.date(text)).isEqualTo(new Readings<>(dayFirst, monthFirst));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02     | 2026-02
            202602      | 2026-02
            02/2026     | 2026-02
            Feb 2026    | 2026-02
            Februar 26  | 2026-02
            2026-02-28  | 2026-02
            03/04/2026  |
            February    |
            """)
    void readsMonths(String text, YearMonth month) {
        assertThat(DateText.month(Cell.of(text))).isEqualTo(month);
    }
}
