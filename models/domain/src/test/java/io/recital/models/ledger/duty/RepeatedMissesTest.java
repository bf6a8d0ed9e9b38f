package io.recital.models.ledger.duty;

import static io.recital.models.family.FamilyInWords.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Facts;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.PerformanceMeasure.Term;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatedMissesTest {
    private static final PerformanceMeasure PICKING = new PerformanceMeasure(
            "Picking accuracy",
            Term.KPI,
            null,
            Comparison.AT_LEAST,
            new BigDecimal("98"),
            "%",
            new TimeSpan(1, TimeSpan.Unit.MONTHS),
            List.of(),
            null,
            null,
            null,
            null);

    /** A month for each letter from January on: m is missed, k is kept, a dash is not measured. */
    private static List<RemedyCourse> courses(String clause, String months) {
        List<Measurement> rows = new ArrayList<>();
        for (int i = 0; i < months.length(); i++) {
            YearMonth month = YearMonth.of(2026, 1).plusMonths(i);
            if (months.charAt(i) != '-') {
                rows.add(new Measurement(
                        "M" + i,
                        new VendorReference("7", "OTHER SIDE"),
                        "WH-3",
                        "Picking accuracy",
                        Period.of(month),
                        null,
                        null,
                        "%",
                        new BigDecimal(months.charAt(i) == 'm' ? "95" : "99"),
                        month.atEndOfMonth().plusDays(4),
                        ""));
            }
        }
        Obligation right =
                new Obligation(Modality.RIGHT, new PartyReference("Client", null), null, "terminate", null, null, null);
        var family = new FamilyInWords(TenantRole.BUYER)
                .with(
                        "WH-3",
                        "warehouse agreement",
                        "2025-07-01",
                        finding("WH-3", PICKING, "Picking accuracy is at least 98%."),
                        finding("WH-3", right, clause))
                .build();
        return RepeatedMisses.of(new Dossier(family, Facts.of(rows), LocalDate.of(2027, 1, 31)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Client may terminate this Agreement if the Operator misses the same KPI in any three months of a period of six consecutive months. | mkmkm | OPEN
            The Client may terminate this Agreement if the Operator misses the same KPI in any three months of a period of six consecutive months. | mkmkkkm | WAITS
            The Client may terminate this Agreement if the Operator misses the same KPI in any three months of a period of six consecutive months. | mkmkkm | OPEN
            The Client may terminate if Picking accuracy is not met in two consecutive months. | mkm | WAITS
            The Client may terminate if Picking accuracy is not met in two consecutive months. | kmm | OPEN
            The Client may terminate if Picking accuracy is not met in two consecutive months. | m-m | WAITS
            If the Operator fails to meet a KPI three months in a row, the Client may take over the operation of the warehouse. | mmm | OPEN
            If the Operator fails to meet a KPI three months in a row, the Client may take over the operation of the warehouse. | mmkm | WAITS
            The Client is entitled to step in where Picking accuracy falls below target on four or more occasions within any rolling 12-month period. | mkmkmkkkkkm | OPEN
            The Client is entitled to step in where Picking accuracy falls below target on four or more occasions within any rolling 12-month period. | mkmkmkkkkkkkm | WAITS
            """)
    void theRightArisesOnlyWhenTheWordsAreFulfilled(String clause, String months, String state) {
        assertThat(courses(clause, months))
                .singleElement()
                .satisfies(course -> assertThat(course.state()).hasToString(state));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Client may terminate if the Operator misses a KPI four times in a Contract Year.
            The Client may terminate if the Operator misses a KPI.
            The Client may terminate if the Operator misses a KPI three times.
            The Operator shall report if it misses a KPI in two consecutive months.
            Neither party may terminate because a KPI is missed in two consecutive months.
            """)
    void saysNothingWhereItCannotTellOrNoRightIsGiven(String clause) {
        assertThat(courses(clause, "mmmmmmmm")).isEmpty();
    }
}
