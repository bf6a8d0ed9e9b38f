package io.recital.models.family;

import static io.recital.models.family.FamilyInWords.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Milestone;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;

class ContractFamilyTest {
    private static final LocalDate BEFORE = LocalDate.of(2025, 5, 31);
    private static final LocalDate FROM = LocalDate.of(2025, 6, 1);

    private static Finding paidWithin(String contract, int days) {
        return finding(
                contract,
                new CommercialLever(
                        LeverType.PAYMENT_TERM,
                        List.of(new LeverParameter(
                                LeverParameter.Name.PERIOD,
                                new TypedValue.Length(new TimeSpan(days, TimeSpan.Unit.DAYS))))));
    }

    private static Finding rate(String contract, String item, String price) {
        return finding(
                contract,
                new CommercialLever(
                        LeverType.RATE_CARD,
                        List.of(
                                new LeverParameter(LeverParameter.Name.ITEM, new TypedValue.Text(item)),
                                new LeverParameter(
                                        LeverParameter.Name.RATE, new TypedValue.Amount(BigMoney.parse(price))))));
    }

    private static Finding uptime(String contract, String target) {
        return finding(
                contract,
                new PerformanceMeasure(
                        "Uptime of the portal",
                        PerformanceMeasure.Term.SERVICE_LEVEL,
                        null,
                        PerformanceMeasure.Comparison.AT_LEAST,
                        new BigDecimal(target),
                        "%",
                        null,
                        List.of(),
                        null,
                        null,
                        null));
    }

    private static List<String> terms(List<Governed<CommercialLever>> levers) {
        return levers.stream().map(governed -> governed.content().summary()).toList();
    }

    private static List<String> levers(ContractFamily family, LocalDate day, String reference) {
        return terms(family.listInForce(CommercialLever.class, day, reference));
    }

    private static FamilyInWords agreement() {
        return new FamilyInWords(TenantRole.BUYER)
                .with("MSA-1", "services agreement", "2024-01-01", paidWithin("MSA-1", 30));
    }

    @Test
    void anAmendmentsTermReplacesTheAmendedOneFromItsFirstDay() {
        ContractFamily family = agreement()
                .with("MSA-1-A1", "amendment", "2025-06-01", paidWithin("MSA-1-A1", 60))
                .related("MSA-1-A1", RelationKind.AMENDS, "MSA-1")
                .build();

        assertThat(levers(family, BEFORE, "MSA-1")).containsExactly("payment term: 30 days");
        assertThat(levers(family, FROM, "MSA-1")).containsExactly("payment term: 60 days");
        assertThat(family.listInForce(CommercialLever.class, FROM).get(0).replaced())
                .hasSize(1);
    }

    @Test
    void whatAnAmendmentDoesNotTouchStaysAsItWas() {
        ContractFamily family = agreement()
                .with("MSA-1-A1", "amendment", "2025-06-01", rate("MSA-1-A1", "Pallet", "EUR 4.10"))
                .related("MSA-1-A1", RelationKind.AMENDS, "MSA-1")
                .build();

        assertThat(levers(family, FROM, "MSA-1"))
                .containsExactly("rate card: Pallet, EUR 4.10", "payment term: 30 days");
    }

    @Test
    void aLaterAmendmentReplacesAnEarlierOneOfTheSameSubject() {
        ContractFamily family = agreement()
                .with("A1", "amendment", "2025-02-01", paidWithin("A1", 40))
                .with("A2", "amendment", "2025-06-01", paidWithin("A2", 50))
                .related("A1", RelationKind.AMENDS, "MSA-1")
                .related("A2", RelationKind.AMENDS, "MSA-1")
                .build();

        assertThat(levers(family, BEFORE, "MSA-1")).containsExactly("payment term: 40 days");
        assertThat(levers(family, FROM, "MSA-1")).containsExactly("payment term: 50 days");
    }

    @Test
    void anAmendmentOfTheAgreementAlsoChangesItsSchedule() {
        ContractFamily family = agreement()
                .with("S3", "service level schedule", null, uptime("S3", "99.5"))
                .with("A1", "amendment", "2025-06-01", uptime("A1", "99.9"))
                .related("S3", RelationKind.SCHEDULE_TO, "MSA-1")
                .related("A1", RelationKind.AMENDS, "MSA-1")
                .build();

        assertThat(family.listInForce(PerformanceMeasure.class, BEFORE))
                .extracting(governed -> governed.content().target())
                .containsExactly(new BigDecimal("99.5"));
        assertThat(family.listInForce(PerformanceMeasure.class, FROM))
                .extracting(governed -> governed.content().target())
                .containsExactly(new BigDecimal("99.9"));
    }

    @Test
    void anOrdersOwnTermGovernsThatOrderOnly() {
        ContractFamily family = agreement()
                .with("SOW-7", "statement of work", "2025-01-01", paidWithin("SOW-7", 20))
                .with("SOW-8", "statement of work", "2025-01-01")
                .related("SOW-7", RelationKind.SUPPLEMENTS, "MSA-1")
                .related("SOW-8", RelationKind.SUPPLEMENTS, "MSA-1")
                .build();

        assertThat(levers(family, FROM, "sow-7")).containsExactly("payment term: 20 days");
        assertThat(levers(family, FROM, "SOW-8")).containsExactly("payment term: 30 days");
        assertThat(levers(family, FROM, "MSA-1")).containsExactly("payment term: 30 days");
        assertThat(terms(family.listInForce(CommercialLever.class, FROM)))
                .containsExactly("payment term: 30 days", "payment term: 20 days");
    }

    @Test
    void anAgreementThatPrevailsKeepsItsTermUnlessTheOrderObjects() {
        FamilyInWords insisting = agreement()
                .with("SOW-7", "statement of work", "2025-01-01", paidWithin("SOW-7", 20))
                .related("SOW-7", RelationKind.SUPPLEMENTS, "MSA-1")
                .related("MSA-1", RelationKind.OVERRIDES, "SOW-7");

        assertThat(levers(insisting.build(), FROM, "SOW-7")).containsExactly("payment term: 30 days");
        assertThat(levers(
                        insisting
                                .related("SOW-7", RelationKind.OVERRIDES, "MSA-1")
                                .build(),
                        FROM,
                        "SOW-7"))
                .containsExactly("payment term: 20 days");
    }

    @Test
    void anAmendedTermPrevailsOverThePriceListAsTheAgreementsDid() {
        ContractFamily family = agreement()
                .with("PL", "price list", "2024-01-01", paidWithin("PL", 14))
                .with("A1", "amendment", "2025-06-01", paidWithin("A1", 60))
                .related("PL", RelationKind.SCHEDULE_TO, "MSA-1")
                .related("MSA-1", RelationKind.OVERRIDES, "PL")
                .related("A1", RelationKind.AMENDS, "MSA-1")
                .build();

        assertThat(levers(family, BEFORE, "MSA-1")).containsExactly("payment term: 30 days");
        assertThat(levers(family, FROM, "MSA-1")).containsExactly("payment term: 60 days");
    }

    @Test
    void aRestatementReplacesTheAgreementWithItsSchedules() {
        ContractFamily family = agreement()
                .with("PL", "price list", "2024-01-01", rate("PL", "Pallet", "EUR 4.00"))
                .with("MSA-2", "amended and restated services agreement", "2025-06-01", paidWithin("MSA-2", 45))
                .related("PL", RelationKind.SCHEDULE_TO, "MSA-1")
                .related("MSA-2", RelationKind.RESTATES, "MSA-1")
                .build();

        assertThat(levers(family, BEFORE, "MSA-1")).hasSize(2);
        assertThat(levers(family, FROM, "MSA-1")).containsExactly("payment term: 45 days");
        Finding old = family.members().get(0).findings().get(0);
        assertThat(family.governing(old, BEFORE).state()).isEqualTo(Governing.State.HOLDS);
        assertThat(family.governing(old, FROM).chain())
                .extracting(link -> String.valueOf(
                        link.content() == null ? null : link.content().summary()))
                .containsExactly("payment term: 30 days", "payment term: 45 days");
    }

    @Test
    void ofDuplicatesOneCounts() {
        ContractFamily family = agreement()
                .with("MSA-1 copy", "services agreement", "2024-01-01", paidWithin("MSA-1 copy", 30))
                .related("MSA-1 copy", RelationKind.DUPLICATE_OF, "MSA-1")
                .build();

        assertThat(terms(family.listInForce(CommercialLever.class, FROM))).hasSize(1);
    }

    @Test
    void aChangeOfAMilestonesDayLeavesItsPriceAsItWas() {
        TypedValue price = new TypedValue.Amount(BigMoney.parse("GBP 1000"));
        Deadline first = new Deadline.OnDate(LocalDate.of(2025, 3, 1));
        Deadline moved = new Deadline.OnDate(LocalDate.of(2025, 4, 1));
        ContractFamily family = agreement()
                .with("WO", "work order", "2025-01-01", finding("WO", new Milestone("Pilot line", first, price, null)))
                .with("CN", "change note", "2025-02-15", finding("CN", new Milestone("Pilot Line", moved, null, null)))
                .related("WO", RelationKind.SUPPLEMENTS, "MSA-1")
                .related("CN", RelationKind.AMENDS, "WO")
                .build();

        Governed<Milestone> pilot =
                family.listInForce(Milestone.class, FROM, "WO").get(0);

        assertThat(pilot.content()).isEqualTo(new Milestone("Pilot Line", moved, price, null));
        assertThat(pilot.rests()).hasSize(2);
        assertThat(family.listInForce(Milestone.class, LocalDate.of(2025, 2, 14))
                        .get(0)
                        .content()
                        .due())
                .isEqualTo(first);
    }

    @Test
    void aTermThatBeginsLaterReplacesNothingYet() {
        Finding later = finding(
                "A1",
                new CommercialLever(
                        LeverType.PAYMENT_TERM,
                        List.of(new LeverParameter(LeverParameter.Name.FROM, new TypedValue.Day(FROM.plusMonths(1))))));
        ContractFamily family = agreement()
                .with("A1", "amendment", "2025-06-01", later)
                .related("A1", RelationKind.AMENDS, "MSA-1")
                .build();

        assertThat(family.listInForce(CommercialLever.class, FROM)).hasSize(2);
        assertThat(family.listInForce(CommercialLever.class, FROM.plusMonths(1)))
                .hasSize(1);
    }

    @Test
    void relationsThatGoInACircleEnd() {
        ContractFamily family = agreement()
                .with("SOW-7", "statement of work", "2025-01-01", paidWithin("SOW-7", 20))
                .related("SOW-7", RelationKind.SUPPLEMENTS, "MSA-1")
                .related("MSA-1", RelationKind.SCHEDULE_TO, "SOW-7")
                .related("MSA-1", RelationKind.AMENDS, "SOW-7")
                .build();

        assertThat(levers(family, FROM, "SOW-7")).isNotEmpty();
    }
}
