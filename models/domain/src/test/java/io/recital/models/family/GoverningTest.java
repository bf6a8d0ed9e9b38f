package io.recital.models.family;

import static io.recital.models.family.FamilyInWords.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Span;
import io.recital.models.family.Governing.State;
import io.recital.models.finding.CommercialLever;
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
