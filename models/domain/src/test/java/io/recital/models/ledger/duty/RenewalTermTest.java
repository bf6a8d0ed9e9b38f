package io.recital.models.ledger.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Facts;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalTermTest {
    private static List<RenewalTerm> terms(String words, String ends, String asOf) {
        var year = new TypedValue.Length(new TimeSpan(1, TimeSpan.Unit.YEARS));
        var notice = new TypedValue.Length(new TimeSpan(3, TimeSpan.Unit.MONTHS));
        var family = new FamilyInWords(TenantRole.BUYER)
                .with(
                        "HV-2",
                        "lease",
                        "2023-01-01",
                        FamilyInWords.finding(
                                "HV-2",
                                ContractFact.of(FactType.EXPIRATION_DATE, new TypedValue.Day(LocalDate.parse(ends))),
                                "It ends then."),
                        FamilyInWords.finding(
                                "HV-2",
                                new CommercialLever(
                                        LeverType.RENEWAL,
                                        List.of(
                                                new LeverParameter(LeverParameter.Name.PERIOD, year),
                                                new LeverParameter(LeverParameter.Name.PERIOD, notice))),
                                words))
                .build();
        return RenewalTerm.of(new Dossier(family, Facts.of(List.of()), LocalDate.parse(asOf)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The hire goes on for another year unless one side has told the other that it does not want that.    | 1
            It is prolonged by a year in each case if it is not terminated by either party.                    | 1
            The term rolls over for a year provided that neither party has objected three months before.       | 1
            Unless terminated on three months' notice, this lease continues for a further year.                | 1
            After that it carries on for a year at a time, unless one of us gives notice.                       | 1
            It is tacitly extended by a year.                                                                   | 1
            Failing such notice the licence runs on for one more year.                                          | 1
            It does not renew automatically.                                                                    | 0
            The term shall not be automatically renewed unless the parties agree.                               | 0
            The Buyer may extend it by a year unless it is in default.                                          | 0
            The parties may agree upon a further year.                                                          | 0
            """)
    void tellsWhatGoesOnByItself(String words, int terms) {
        assertThat(terms(words, "2026-12-31", "2026-06-30")).hasSize(terms);
    }

    /** Until a term that has gone on ends, and by when a notice must have come. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-31, 2026-06-30, 2026-12-31, 2026-09-30",
        "2025-12-31, 2026-06-30, 2026-12-31, 2026-09-30",
        "2024-02-29, 2026-06-30, 2027-02-28, 2026-11-28",
        "2026-06-30, 2026-06-30, 2026-06-30, 2026-03-30"
    })
    void countsFromTheTermThatRuns(String ends, String asOf, String running, String notice) {
        RenewalTerm term = terms("It renews itself for a year each time unless notice is given.", ends, asOf)
                .get(0);

        assertThat(term.ends()).isEqualTo(running);
        assertThat(term.noticeReceivedBy()).isEqualTo(notice);
    }
}
