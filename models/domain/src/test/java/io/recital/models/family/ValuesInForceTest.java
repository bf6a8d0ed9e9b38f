package io.recital.models.family;

import static io.recital.models.family.FamilyInWords.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.ContractFact.ValueBasis;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;

class ValuesInForceTest {
    private static final LocalDate BEFORE = LocalDate.of(2026, 2, 1);
    private static final LocalDate AFTER = LocalDate.of(2026, 6, 30);
    private static final String MINIMUM = "Buyer shall purchase Goods for not less than USD 1,800,000 a year.";

    private static TypedValue amount(String amount) {
        return new TypedValue.Amount(BigMoney.parse(amount));
    }

    private static FindingContent worth(String amount) {
        return new ContractFact(FactType.CONTRACT_VALUE, amount(amount), ValueBasis.COMMITTED);
    }

    private static FindingContent minimum(String amount, LeverParameter... more) {
        List<LeverParameter> parameters = new ArrayList<>(List.of(more));
        parameters.add(new LeverParameter(Name.VOLUME, amount(amount)));
        return new CommercialLever(LeverType.MINIMUM_COMMITMENT, parameters);
    }

    private static List<String> values(LocalDate day, Finding... changes) {
        FamilyInWords family = new FamilyInWords(TenantRole.BUYER)
                .with(
                        "MSA",
                        "supply agreement",
                        "2025-04-01",
                        finding("MSA", worth("USD 1800000"), MINIMUM),
                        finding("MSA", minimum("USD 1800000"), MINIMUM))
                .with("A1", "amendment", "2026-03-01", changes)
                .related("A1", RelationKind.AMENDS, "MSA");
        return ValuesInForce.of(family.build(), day).stream()
                .map(value -> value.member().contract().title() + " "
                        + value.content().value().display())
                .toList();
    }

    @Test
    void aChangedMinimumIsTheNewValueFromItsDay() {
        Finding change = finding("A1", minimum("USD 2100000"), "“USD 1,800,000” is replaced by “USD 2,100,000”.");

        assertThat(values(BEFORE, change)).containsExactly("MSA USD 1800000");
        assertThat(values(AFTER, change)).containsExactly("A1 USD 2100000");
    }

    @Test
    void aChangeThatStatesAValueItselfIsTakenAtItsWord() {
        Finding change = finding("A1", worth("USD 2000000"), "The contract value becomes USD 2,000,000.");

        assertThat(values(AFTER, change)).containsExactly("A1 USD 2000000");
    }

    @Test
    void aMinimumThatBeginsLaterLeavesTheValueAsItIs() {
        Finding change = finding(
                "A1",
                minimum("USD 2100000", new LeverParameter(Name.FROM, new TypedValue.Day(LocalDate.of(2026, 10, 1)))),
                "From 1 October 2026 “USD 1,800,000” is replaced by “USD 2,100,000”.");

        assertThat(values(AFTER, change)).containsExactly("MSA USD 1800000");
        assertThat(values(LocalDate.of(2026, 10, 1), change)).containsExactly("A1 USD 2100000");
    }

    @Test
    void aChangeOfAnotherTermLeavesTheValueAsItIs() {
        Finding change = finding(
                "A1",
                new CommercialLever(
                        LeverType.LIABILITY_CAP, List.of(new LeverParameter(Name.CAP, amount("USD 2100000")))),
                "Neither party is liable for more than USD 2,100,000.");

        assertThat(values(AFTER, change)).containsExactly("MSA USD 1800000");
    }
}
