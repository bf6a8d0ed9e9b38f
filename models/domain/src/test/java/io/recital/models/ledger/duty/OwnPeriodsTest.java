package io.recital.models.ledger.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.TimeSpan;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPeriodsTest {
    private static final LocalDate FROM = LocalDate.of(2025, 8, 20);
    private static final LocalDate DAY = LocalDate.of(2026, 5, 17);

    /** What a contract of 20 August 2025 defines, what a duty says, and when what holds 17 May 2026 begins. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            Quarter       | each period of three months that begins on 1 August, 1 November, 1 February or 1 May | the end of the Quarter             | 2026-05-01
            Quarter       | a period of three months ending on 31 March, 30 June, 30 September or 31 December    | within ten days of each Quarter    | 2026-04-01
            Quarter       | the three months ending on the last day of April, July, October and January          | the end of the Quarter             | 2026-05-01
            Quarter       | each calendar quarter                                                                | each Quarter                       | 2026-04-01
            Quarter       | the period that the parties agree from time to time                                  | each Quarter                       | unsure
            nothing       | nothing                                                                              | each Quarter                       | unsure
            nothing       | nothing                                                                              | each quarter                       | 2026-04-01
            nothing       | nothing                                                                              | the end of each calendar quarter   | 2026-04-01
            Quarter       | a period of three months from 1 August, 1 November, 1 February or 1 May              | the end of each calendar quarter   | 2026-04-01
            """)
    void knowsWhenQuartersBegin(@Nullable String term, @Nullable String meaning, String words, String begins) {
        assertThat(begins(term, meaning, words, TimeSpan.Unit.QUARTERS)).isEqualTo(begins);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            Contract Year | a year beginning on 1 February                                        | each Contract Year  | 2026-02-01
            Licence Year  | the period from 1 October to 30 September                             | each Licence Year   | 2025-10-01
            Supply Year   | each period of twelve months ending June 30                           | each Supply Year    | 2025-07-01
            Contract Year | each period of twelve months from the Effective Date                  | each Contract Year  | 2025-08-20
            nothing       | nothing                                                               | each Contract Year  | 2025-08-20
            nothing       | nothing                                                               | each Royalty Year   | unsure
            nothing       | nothing                                                               | each year           | 2026-01-01
            """)
    void knowsWhenYearsBegin(@Nullable String term, @Nullable String meaning, String words, String begins) {
        assertThat(begins(term, meaning, words, TimeSpan.Unit.YEARS)).isEqualTo(begins);
    }

    private static String begins(@Nullable String term, @Nullable String meaning, String words, TimeSpan.Unit unit) {
        FamilyInWords contract = new FamilyInWords(TenantRole.BUYER).with("RV-4", "supply agreement", "2025-08-20");
        if (term != null && meaning != null) {
            contract.defining(term, meaning);
        }
        ContractFamily family = contract.build();
        OwnPeriods periods = OwnPeriods.of(family, family.members().get(0), words, unit, FROM);
        return periods.isSure() ? periods.firstOf(new TimeSpan(1, unit), DAY).toString() : "unsure";
    }
}
