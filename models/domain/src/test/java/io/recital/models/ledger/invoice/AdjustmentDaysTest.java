package io.recital.models.ledger.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjustmentDaysTest {
    private static final LocalDate START = LocalDate.parse("2025-03-01");
    private static final LocalDate END = LocalDate.parse("2026-12-31");

    private static Optional<String> meaning(String term) {
        return switch (term) {
            case "Quarter" ->
                Optional.of("each period of three months that begins on 1 February, 1 May, 1 August or 1 November");
            case "Year" -> Optional.of("runs from 1 August to 31 July");
            default -> Optional.empty();
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        On 1 August of each Year, first in 2026, the rent rises with the index | 2026-08-01
        with effect from 1 September of each year, first in 2026 | 2026-09-01
        Upon the 1st day of April in each year, commencing on 1 April 2026 | 2026-04-01
        On 1 February and on 1 August the price is set anew | 2025-08-01, 2026-02-01, 2026-08-01
        each January 1, beginning with 2026 | 2026-01-01
        Prices are recalculated for each Quarter | 2025-05-01, 2025-08-01, 2025-11-01, 2026-02-01, 2026-05-01, 2026-08-01, 2026-11-01
        Prices are set for every calendar quarter | 2025-04-01, 2025-07-01, 2025-10-01, 2026-01-01, 2026-04-01, 2026-07-01, 2026-10-01
        The price follows at the beginning of each Year | 2025-08-01, 2026-08-01
        The prices of 1 August 2026 apply | ''
        Prices may be adjusted | ''
        """)
    void knowsTheDaysOnWhichPricesMayChange(String words, @Nullable String days) {
        List<String> found = AdjustmentDays.of(words, AdjustmentDaysTest::meaning).stream()
                .flatMap(stated -> stated.between(START, END).stream())
                .map(LocalDate::toString)
                .toList();

        assertThat(String.join(", ", found)).isEqualTo(days == null ? "" : days);
    }

    @Property(tries = 60)
    void neverCountsADayOutsideTheTimeThatIsAskedFor(
            @ForAll @IntRange(max = 900) int from, @ForAll @IntRange(max = 900) int to) {
        LocalDate after = START.plusDays(from);
        LocalDate upTo = START.plusDays(to);

        assertThat(AdjustmentDays.of("for each calendar month", AdjustmentDaysTest::meaning)
                        .orElseThrow()
                        .between(after, upTo))
                .allMatch(day -> day.isAfter(after) && !day.isAfter(upTo));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        It must give notice by 30 June before; otherwise the fee stays as it is | 2026-06-30
        shall notify the Client no later than September 15 | 2025-09-15
        gives notice of the new price | 2026-09-01
        """)
    void knowsUntilWhenAChangeIsToBeNotified(String clause, String day) {
        LocalDate effective = LocalDate.parse("2026-09-01");

        assertThat(NoticeBefore.of(null, clause)
                        .map(notice -> notice.last(effective))
                        .orElse(effective))
                .isEqualTo(LocalDate.parse(day));
    }
}
