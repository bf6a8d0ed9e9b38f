package io.recital.retrieval.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedPeriodTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    @ParameterizedTest
    @CsvSource({
        "Was it met in December?,2025-12-01 to 2025-12-31",
        "uptime july 2025,2025-07-01 to 2025-07-31",
        "What did we earn for April 2025 to March 2026?,2025-04-01 to 2026-03-31",
        "What did they do from April to June 2026?,2026-04-01 to 2026-06-30",
        "Was it met in the contract year that ended in March?,2025-04-01 to 2026-03-31",
        "What did we spend in the year to June 2026?,2025-07-01 to 2026-06-30",
        "How many were late in the last three months?,2026-04-01 to 2026-06-30",
        "How many were late last quarter?,2026-04-01 to 2026-06-30",
        "Were they late over the last year?,2025-07-01 to 2026-06-30",
        "Was Q1 2026 fine?,2026-01-01 to 2026-03-31",
        "What is due in the next 30 days?,2026-06-30 to 2026-07-30",
        "the visit of 7 October 2025,2025-10-07 to 2025-10-07",
    })
    void readsTheTimeThatIsAskedFor(String question, String period) {
        assertThat(AskedPeriod.in(question, TODAY)).hasToString("Optional[" + period + "]");
    }

    @Test
    void aQuestionMayNameNoTime() {
        assertThat(AskedPeriod.in("May they charge us for freight?", TODAY)).isEmpty();
    }
}
