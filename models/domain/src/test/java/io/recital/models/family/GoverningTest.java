package io.recital.models.family;

import static io.recital.models.family.FamilyInWords.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Span;
import io.recital.models.family.Governing.State;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoverningTest {
    private static final LocalDate BEFORE = LocalDate.of(2025, 3, 1);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

    private static Finding paidWithin(String contract, int days) {
        return finding(
                contract,
                new CommercialLever(
                        LeverType.PAYMENT_TERM,
                        List.of(new LeverParameter(
                                LeverParameter.Name.PERIOD,
                                new TypedValue.Length(new TimeSpan(days, TimeSpan.Unit.DAYS))))),
                "payment within " + days + " days");
    }

    private static Clause clause(String path, @Nullable String heading, String text) {
        return new Clause(
                UUID.nameUUIDFromBytes((path + text).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                0,
                ClauseKind.CLAUSE,
                path,
                null,
                heading,
                List.of(),
                new Span(0, text.length()),
                text,
                List.of(),
                "en");
    }

    private static final Finding OLD = paidWithin("MSA", 30);
    private static final Finding NEW = paidWithin("A1", 60);

    private static ContractFamily amended(RelationKind kind) {
        return new FamilyInWords(TenantRole.BUYER)
                .with("MSA", "services agreement", "2024-01-01", OLD)
                .with("A1", "amendment", "2025-06-01", NEW)
                .related("A1", kind, "MSA")
                .build();
    }

    private static Governing of(ContractFamily family, Clause clause, Map<String, List<Clause>> texts, LocalDate day) {
        return family.governing(
                family.find(FamilyInWords.id("MSA")).orElseThrow(),
                clause,
                member -> texts.getOrDefault(member.contract().title(), List.of()),
                day);
    }

    @Test
    void anAmendedTermHoldsUntilTheAmendmentAndIsThenReplacedByIt() {
        ContractFamily family = amended(RelationKind.AMENDS);

        assertThat(family.governing(OLD, BEFORE).state()).isEqualTo(State.HOLDS);
        assertThat(family.governing(NEW, BEFORE).state()).isEqualTo(State.NOT_YET);
        Governing after = family.governing(OLD, AFTER);
        assertThat(after.state()).isEqualTo(State.REPLACED);
        assertThat(after.chain())
                .extracting(Governing.Link::text)
                .containsExactly("payment within 30 days", "payment within 60 days");
        assertThat(after.chain().get(1).relation())
                .satisfies(relation -> assertThat(relation.kind()).isEqualTo(RelationKind.AMENDS));
        assertThat(after.chain().get(1).from()).isEqualTo(LocalDate.of(2025, 6, 1));
    }

    @Test
    void askedForTheNewTermTheChainBeginsWithTheOldOne() {
        Governing after = amended(RelationKind.AMENDS).governing(NEW, AFTER);

        assertThat(after.state()).isEqualTo(State.HOLDS);
        assertThat(after.chain())
                .extracting(Governing.Link::text)
                .containsExactly("payment within 30 days", "payment within 60 days");
    }

    @Test
    void twoAmendmentsMakeAChainOfThree() {
        ContractFamily family = new FamilyInWords(TenantRole.BUYER)
                .with("MSA", "services agreement", "2024-01-01", OLD)
                .with("A2", "amendment", "2025-06-15", paidWithin("A2", 75))
                .with("A1", "amendment", "2025-06-01", NEW)
                .related("A1", RelationKind.AMENDS, "MSA")
                .related("A2", RelationKind.AMENDS, "MSA")
                .build();

        assertThat(family.governing(OLD, AFTER).chain())
                .extracting(Governing.Link::text)
                .containsExactly("payment within 30 days", "payment within 60 days", "payment within 75 days");
    }

    @Test
    void aChangeSignedLaterPrevailsThoughItCountsFromAnEarlierDay() {
        Finding signedFirst = day("A1", FactType.AGREEMENT_DATE, "2025-05-20");
        Finding signedLater = day("A2", FactType.AGREEMENT_DATE, "2025-06-20");
        Finding retroactive = paidWithin("A2", 75);
        ContractFamily family = new FamilyInWords(TenantRole.BUYER)
                .with("MSA", "services agreement", "2024-01-01", OLD)
                .with("A2", "amendment", "2025-03-01", signedLater, retroactive)
                .with("A1", "amendment", "2025-06-01", signedFirst, NEW)
                .related("A1", RelationKind.AMENDS, "MSA")
                .related("A2", RelationKind.AMENDS, "MSA")
                .related("A2", RelationKind.AMENDS, "A1")
                .build();

        Governing after = family.governing(OLD, AFTER);
        assertThat(after.state()).isEqualTo(State.REPLACED);
        assertThat(family.governing(retroactive, AFTER).state()).isEqualTo(State.HOLDS);
        assertThat(family.governing(NEW, AFTER).state()).isEqualTo(State.REPLACED);
    }

    @Test
    void aChangeThatChangesAnotherLeavesItsOwnClausesAlone() {
        Clause asked = clause("4.4", null, "Clause 9 of the Agreement is replaced.");
        Map<String, List<Clause>> texts = Map.of(
                "A1", List.of(asked), "A2", List.of(clause("2", null, "Section 4.4 of the Agreement is deleted.")));
        ContractFamily family = new FamilyInWords(TenantRole.BUYER)
                .with("MSA", "services agreement", "2024-01-01")
                .with("A1", "amendment", "2025-04-01")
                .with("A2", "amendment", "2025-06-01")
                .related("A1", RelationKind.AMENDS, "MSA")
                .related("A2", RelationKind.AMENDS, "MSA")
                .related("A2", RelationKind.AMENDS, "A1")
                .build();
        FamilyMember first = family.find(FamilyInWords.id("A1")).orElseThrow();

        assertThat(family.governing(
                                first,
                                asked,
                                member -> texts.getOrDefault(member.contract().title(), List.of()),
                                AFTER)
                        .state())
                .isEqualTo(State.HOLDS);
    }

    private static Finding day(String contract, FactType type, String day) {
        return finding(contract, ContractFact.of(type, new TypedValue.Day(LocalDate.parse(day))));
    }

    @Test
    void aTermOfWhichARestatementSaysNothingEndsWithIt() {
        ContractFamily family = new FamilyInWords(TenantRole.BUYER)
                .with("MSA", "services agreement", "2024-01-01", OLD)
                .with("MSA-2", "restated agreement", "2025-06-01")
                .related("MSA-2", RelationKind.RESTATES, "MSA")
                .build();

        Governing after = family.governing(OLD, AFTER);
        assertThat(after.state()).isEqualTo(State.ENDED);
        assertThat(after.chain())
                .extracting(link -> link.member().contract().title())
                .containsExactly("MSA", "MSA-2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4.4 | In clause 4.4 of the Agreement, “30 days” is replaced by “60 days”. | CHANGED
            4.4 | Section 4.4 is amended and restated as follows: | CHANGED
            4.4 | Clauses 4.2 and 4.4 are amended. | CHANGED
            4.4 | Clause 4.41 of the Agreement is changed. | HOLDS
            4.4 | Clause 4.4.1 of the Agreement is changed. | HOLDS
            4.4 | The total rises to 4.4 million. | HOLDS
            4.4 | The price is set as clause 4.4 of the Agreement says. | HOLDS
            2.1 | Paragraph 2.1 of Schedule 3 is changed from 99.90% to 99.95%. | HOLDS
            Schedule 3, para 2.1 | Clause 2.1 of the Agreement is replaced by the following. | HOLDS
            4.4 | The right under Section 4.4 is waived for the year 2025. | CHANGED
            § 7(1) | In § 7(1) the words after the comma are deleted. | CHANGED
            Schedule 3, para 2.1 | Paragraph 2.1 of Schedule 3 is changed from 99.90% to 99.95%. | CHANGED
            4.2 | Paragraphs 4.2 to 4.8 of Schedule 3 are changed. | HOLDS
            4.2 | Paragraphs 4.2 to 4.8 of Schedule 3 are not changed. | HOLDS
            Schedule 3, para 4.5 | Paragraphs 4.2 to 4.8 of Schedule 3 are not changed. | HOLDS
            Schedule 3, para 4.5 | Paragraphs 4.2 to 4.8 of Schedule 3 are replaced as follows. | CHANGED
            Schedule 3, para 4.9 | Paragraphs 4.2 to 4.8 of Schedule 3 are replaced as follows. | HOLDS
            Schedule 3, para 4.5 | Clauses 4.2 to 4.8 of the Agreement are replaced as follows. | HOLDS
            Schedule 4, para 2.1 | Paragraph 2.1 of Schedule 3 is amended. | HOLDS
            Exhibit B, para 2 | Exhibit B, Section 2 is amended to read “three percent”. | CHANGED
            2 | Exhibit B, Section 2 is amended to read “three percent”. | HOLDS
            Annex A, para 3 | Paragraph 3 of Part 2 of Annex A is amended. | CHANGED
            2.1 | In Appendix C paragraph 2.1 the fee is increased to £500. | HOLDS
            5 | Sections 4 through 6 are suspended until 31 March 2026. | CHANGED
            4.4 | Sections 4.2, 4.3 and 4.4 of the Agreement are amended. | CHANGED
            4.4(b) | Clause 4.4 is deleted and replaced by the following. | CHANGED
            4.4(b) | Clause 4.4 is amended by adding a new paragraph (c). | HOLDS
            4.4 | Clause 4.4 (Payment) of the Agreement is not changed and continues to apply. | HOLDS
            4.4 | Section 4.3 is replaced and Section 4.4 is not affected. | HOLDS
            4.4 | Section 4.4 is replaced; Section 4.3 remains unchanged. | CHANGED
            4.4 | Except as amended by this Amendment, clause 4.4 remains in full force. | HOLDS
            4.4 | Pursuant to clause 4.4 of the Agreement, the price list is replaced. | HOLDS
            4.4 | Notwithstanding clause 4.4 of the Agreement, invoices of 2025 fall due after 60 days. | CHANGED
            2 | If this letter differs from clause 2 of this Amendment, the letter is amended. | HOLDS
            4.4 | Clause 4.4 of Statement of Work No. 1 is deleted and replaced. | HOLDS
            4.4 | A notice given under clause 4.4 before the price was increased stays valid. | HOLDS
            IV | Article IV of the Agreement is hereby amended. | CHANGED
            """)
    void aClauseIsChangedByWhatNamesItsNumber(String path, String change, State state) {
        Clause asked = clause(path, null, "Buyer shall pay within 30 days.");
        Map<String, List<Clause>> texts = Map.of("MSA", List.of(asked), "A1", List.of(clause("2.1", null, change)));
        ContractFamily family = new FamilyInWords(TenantRole.BUYER)
                .with("MSA", "services agreement", "2024-01-01")
                .with("A1", "amendment", "2025-06-01")
                .related("A1", RelationKind.AMENDS, "MSA")
                .build();

        assertThat(of(family, asked, texts, BEFORE).state()).isEqualTo(State.HOLDS);
        assertThat(of(family, asked, texts, AFTER).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Payment | The clause headed “Payment” is amended as follows. | CHANGED
            Payment | The clause headed Payment is amended as follows. | CHANGED
            Payment | In the Payment clause of the Agreement, “30 days” is replaced by “60 days”. | CHANGED
            Payment | In the section entitled "Payment", thirty is replaced by sixty. | CHANGED
            PAYMENT | The Section of the Agreement titled “Payment” shall no longer apply. | CHANGED
            Payment | Under the heading “Payment”, the time is extended to 60 days. | CHANGED
            Payment | In “Payment” the time becomes 60 days. | CHANGED
            What you pay | The section called 'What you pay' is changed: 60 days instead of 30. | CHANGED
            Payment | The provision captioned “Payment” is waived for the year 2025. | CHANGED
            Termination | The clause headed “Payment” is amended as follows. | HOLDS
            Termination | The clause headed Termination Fees is amended as follows. | HOLDS
            Payment | The clause headed “Payment” is not changed. | HOLDS
            Payment | The Payment clause of Schedule 2 is deleted. | HOLDS
            Payment | The price is set as the Payment clause says. | HOLDS
            Payment | Payment is made by bank transfer, and the bank has changed. | HOLDS
            """)
    void aClauseIsChangedByWhatNamesItsHeading(String heading, String change, State state) {
        Clause asked = clause("7", heading, "Buyer shall pay within 30 days.");
        Map<String, List<Clause>> texts = Map.of("MSA", List.of(asked), "A1", List.of(clause("2.1", null, change)));

        assertThat(of(amendedWithoutFindings(), asked, texts, AFTER).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Changes to Schedule 3 | Paragraph 2.1 is replaced by the following. | Schedule 3, para 2.1 | CHANGED
            Changes to Schedule 3 | Paragraph 2.1 is replaced by the following. | 2.1 | HOLDS
            Changes to Schedule 3 | Clause 2.1 of the Agreement is replaced by the following. | 2.1 | CHANGED
            Changes to Schedule 4 | Paragraph 2.1 is replaced by the following. | Schedule 3, para 2.1 | HOLDS
            Changes to Schedule 3 | Paragraph 2.1 is deleted. | 2.1 | HOLDS
            Changes to Schedule 3 | Paragraph 2.1 is deleted. | Schedule 3, para 2.1 | ENDED
            Changes | Paragraphs 2.1 to 2.3 of Schedule 3 are deleted. | Schedule 3, para 2.2 | ENDED
            Changes | Clauses 2.1 to 2.3 of the Agreement are deleted. | 2.2 | ENDED
            """)
    void underAHeadingThatNamesAScheduleNumbersAreThoseOfTheSchedule(
            String heading, String change, String path, State state) {
        Clause asked = clause(path, null, "Buyer shall pay within 30 days.");
        Clause changing = new Clause(
                UUID.randomUUID(),
                0,
                ClauseKind.CLAUSE,
                "2.1",
                null,
                null,
                List.of(heading),
                new Span(0, change.length()),
                change,
                List.of(),
                "en");
        Map<String, List<Clause>> texts = Map.of("MSA", List.of(asked), "A1", List.of(changing));
        ContractFamily family = amendedWithoutFindings();
        ContractFamily withEnds = new ContractFamily(
                family.counterparty(),
                family.members().stream()
                        .map(member ->
                                member.with(texts.getOrDefault(member.contract().title(), List.of())))
                        .toList(),
                family.relations());

        assertThat(of(withEnds, asked, texts, AFTER).state()).isEqualTo(state);
    }

    private static ContractFamily amendedWithoutFindings() {
        return new FamilyInWords(TenantRole.BUYER)
                .with("MSA", "services agreement", "2024-01-01")
                .with("A1", "amendment", "2025-06-01")
                .related("A1", RelationKind.AMENDS, "MSA")
                .build();
    }

    @Test
    void aClauseIsReplacedByTheOneWithItsHeadingInTheRestatement() {
        Clause asked = clause("7", "Payment", "Buyer shall pay within 30 days.");
        Clause fresh = clause("9", "PAYMENT", "Buyer shall pay within 45 days.");
        ContractFamily family = amended(RelationKind.RESTATES);

        Governing after = of(family, asked, Map.of("A1", List.of(fresh)), AFTER);
        assertThat(after.state()).isEqualTo(State.REPLACED);
        assertThat(after.chain()).extracting(Governing.Link::path).containsExactly("7", "9");
    }

    @Test
    void aClauseOfACopyIsReplacedByThatOfTheOriginal() {
        Clause asked = clause("7", "Payment", "Buyer shall pay within 30 days.");
        ContractFamily family = new FamilyInWords(TenantRole.BUYER)
                .with("MSA", "services agreement", "2024-01-01")
                .with("original", "services agreement", "2024-01-01")
                .related("MSA", RelationKind.DUPLICATE_OF, "original")
                .build();

        assertThat(of(family, asked, Map.of("original", List.of(clause("7", null, "Buyer pays."))), AFTER)
                        .state())
                .isEqualTo(State.REPLACED);
    }
}
