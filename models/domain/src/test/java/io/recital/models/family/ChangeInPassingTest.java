package io.recital.models.family;

import static io.recital.models.family.FamilyInWords.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Span;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an amendment tells in a sentence, and what of the clause before goes on. */
class ChangeInPassingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private static LeverParameter amount(LeverParameter.Name name, String money) {
        return new LeverParameter(name, new TypedValue.Amount(BigMoney.parse(money)));
    }

    private static Finding minimum(String contract, String words, LeverParameter... parameters) {
        return finding(contract, new CommercialLever(LeverType.MINIMUM_COMMITMENT, List.of(parameters)), words);
    }

    private static Finding before() {
        return minimum(
                "M-1",
                "If the fees of a month are less than EUR 62000, the Customer pays 80% of the difference.",
                amount(LeverParameter.Name.VOLUME, "EUR 62000"),
                new LeverParameter(
                        LeverParameter.Name.FREQUENCY, new TypedValue.Length(new TimeSpan(1, TimeSpan.Unit.MONTHS))),
                new LeverParameter(LeverParameter.Name.RATE, new TypedValue.Percent(new BigDecimal("80"))));
    }

    /** What the amendment says, and what holds after it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            In Section 2.4 “62,000” is replaced by “55,000”.                   | EUR 55000, 1 month, 80 %
            The minimum is EUR 55000 instead of EUR 62000 from now on.         | EUR 55000, 1 month, 80 %
            The minimum is reduced to EUR 55000.                               | EUR 55000, 1 month, 80 %
            Section 2.4 is replaced by the following: “The minimum is 55,000”. | EUR 55000
            Section 2.4 is amended to read: “The minimum is EUR 55000”.        | EUR 55000
            The minimum for 2026 is EUR 55000.                                 | EUR 55000
            """)
    void whatAChangeOfAValueLeavesUnsaidIsAsBefore(String words, String expected) {
        ContractFamily family = new FamilyInWords(TenantRole.SELLER)
                .with("M-1", "services agreement", "2025-01-01", before())
                .with(
                        "A-1",
                        "amendment",
                        "2026-05-01",
                        minimum("A-1", words, amount(LeverParameter.Name.VOLUME, "EUR 55000")))
                .related("A-1", RelationKind.AMENDS, "M-1")
                .build();

        assertThat(family.listInForce(CommercialLever.class, DAY))
                .singleElement()
                .satisfies(governed -> {
                    assertThat(governed.content().summary()).isEqualTo("minimum commitment: " + expected);
                    assertThat(governed.rests()).hasSize(expected.contains("month") ? 2 : 1);
                });
    }

    /** What the amendment says, and which clauses it takes out from when. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Clause 7.2 is deleted.                                          | 7.2
            3. Section 7.2 is hereby deleted in its entirety.               | 7.2
            Fuel. With effect from 1 May 2026 clause 7.2 no longer applies. | 7.2 from 2026-05-01
            Clauses 4.2 and 4.3(a) of this Agreement cease to apply on 30 June 2026. | 4.2 from 2026-06-30, 4.3(a) from 2026-06-30
            From May 1, 2026, Section 9 (Surcharge) of the Agreement is cancelled. | 9 from 2026-05-01
            § 6 is removed as of 2026-05-01.                                | 6 from 2026-05-01
            Clause 7.2 is deleted and replaced by the following:            | none
            In clause 7.2 the words “per month” are deleted.                | none
            Clause 3 of Schedule 2 is deleted.                              | Schedule 2, para 3
            Clause 7.2 is not deleted.                                      | none
            """)
    void aClauseMayBeTakenOut(String words, String expected) {
        Clause clause = new Clause(
                UUID.randomUUID(),
                0,
                ClauseKind.CLAUSE,
                "1",
                null,
                null,
                List.of(),
                new Span(0, words.codePointCount(0, words.length())),
                words,
                List.of(),
                "en");

        assertThat(EndedClause.in(List.of(clause)).stream()
                        .map(ended -> ended.path() + (ended.from() == null ? "" : " from " + ended.from()))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected.equals("none") ? "" : expected);
    }
}
