package io.recital.models.ledger.exit;

import static io.recital.models.family.FamilyInWords.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A contract from 1 January 2025 to 31 December 2027, ended on 30 June 2026 with three months' notice: on 30 September. */
class EarlyEndTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final CurrencyUnit EUR = CurrencyUnit.EUR;

    private static CommercialLever right() {
        return new CommercialLever(
                LeverType.TERMINATION_FOR_CONVENIENCE,
                List.of(new LeverParameter(Name.PERIOD, new TypedValue.Length(new TimeSpan(3, TimeSpan.Unit.MONTHS)))));
    }

    private static Finding monthlyFee() {
        return finding(
                "HS-4",
                new CommercialLever(
                        LeverType.RATE_CARD,
                        List.of(
                                new LeverParameter(Name.ITEM, new TypedValue.Text("Hosting")),
                                new LeverParameter(
                                        Name.RATE, new TypedValue.Amount(BigMoney.of(EUR, new BigDecimal("4150.00")))),
                                new LeverParameter(
                                        Name.FREQUENCY, new TypedValue.Length(new TimeSpan(1, TimeSpan.Unit.MONTHS))))),
                "The fee for Hosting is EUR 4,150.00 a month.");
    }

    private static Scenario scenario(String clause, List<PerformanceFact> facts, Finding... besides) {
        Obligation pays =
                new Obligation(Modality.DUTY, new PartyReference("Client", null), null, "pay a fee", null, null, null);
        List<Finding> findings = new ArrayList<>(List.of(besides));
        findings.add(finding("HS-4", right(), "The Client may terminate for convenience on three months' notice."));
        findings.add(finding("HS-4", pays, clause));
        findings.add(finding(
                "HS-4",
                ContractFact.of(FactType.EXPIRATION_DATE, new TypedValue.Day(LocalDate.of(2027, 12, 31))),
                "It ends on 31 December 2027."));
        var family = new FamilyInWords(TenantRole.BUYER)
                .with("HS-4", "hosting agreement", "2025-01-01", findings.toArray(Finding[]::new))
                .build();
        List<Scenario> scenarios = EarlyEnd.of(new Dossier(family, Facts.of(facts), AS_OF));
        assertThat(scenarios).hasSize(1);
        return scenarios.get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            On such termination the Client shall pay a termination fee of EUR 25,000. | EUR 25000.00
            If it terminates, the Client pays an early exit charge equal to three (3) months' Charges. | EUR 12450.00
            A cancellation payment of six times the monthly fee is due. | EUR 24900.00
            Whoever ends it early pays two monthly fees as compensation. | EUR 8300.00
            Upon termination the Client shall pay 40% of the Charges for the remainder of the Term. | EUR 24900.00
            On termination the Client shall pay fifteen percent (15%) of the remaining Charges. | EUR 9337.50
            The termination fee is EUR 30,000 in the first Contract Year, EUR 20,000 in the second Contract Year and EUR 10,000 thereafter. | EUR 20000.00
            The termination charge is payable as follows: Year 1: EUR 9,000; Year 2: EUR 6,000; Year 3: EUR 3,000. | EUR 6000.00
            If the contract is terminated the Client pays 6 months' fees in the first year and 2 months' fees in the second year. | EUR 8300.00
            The Client may terminate without paying a fee. | nothing
            On termination the Client pays the Charges up to that day and no other sum. | nothing
            """)
    void reckonsWhatTheClauseAsks(String clause, @Nullable String fee) {
        Scenario scenario = scenario(clause, List.of(), monthlyFee());

        assertThat(scenario.title()).contains("it ends on 2026-09-30");
        if (fee == null) {
            assertThat(scenario.then()).isNull();
            assertThat(scenario.title()).endsWith("costs no fee");
        } else {
            assertThat(scenario.then()).hasToString(fee);
            assertThat(scenario.workings().get(scenario.workings().size() - 1).result())
                    .isEqualTo(fee.substring(4));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            On termination the Client shall pay three months' Charges. | what the contract costs a month
            The termination fee is EUR 30,000 in the first Contract Year and EUR 5,000 in the fourth Contract Year. | contract year 2
            If the Client terminates for the Provider's breach, it pays no fee; late payment costs EUR 40. | state no fee
            The Client pays the fees that fall due by then. | state no fee
            The Provider may terminate if undisputed Charges of more than EUR 300,000 remain unpaid for 45 days. | state no fee
            The Provider may terminate if fees of EUR 5,000 or more are overdue. | state no fee
            The Provider may end it when payments of EUR 5,000 are in arrears after a reminder. | state no fee
            On termination the Client pays EUR 5,000 and EUR 200 for each server. | state no fee
            """)
    void saysWhichInputIsMissingInsteadOfGuessing(String clause, String missing) {
        Scenario scenario = scenario(clause, List.of());

        assertThat(scenario.then()).isNull();
        assertThat(scenario.title()).contains("cannot be told", missing);
    }

    @Test
    void anAverageIsOfTwelveWholeMonthsThatWereInvoiced() {
        String clause = "The termination fee is three months' Charges, on the average of the preceding twelve months.";
        List<PerformanceFact> lines = new ArrayList<>();
        for (int month = 0; month < 12; month++) {
            YearMonth service = YearMonth.of(2025, 6).plusMonths(month);
            lines.add(line(service, month < 6 ? "1000" : "2000"));
        }

        assertThat(scenario(clause, lines).then()).hasToString("EUR 4500.00");
        assertThat(scenario(clause, lines.subList(1, 12)).title()).contains("cannot be told");
    }

    private static InvoiceLine line(YearMonth service, String net) {
        return new InvoiceLine(
                "I-" + service,
                "INV-" + service,
                1,
                Direction.RECEIVED,
                new VendorReference("7", "OTHER SIDE"),
                service.atDay(20),
                service.atDay(22),
                null,
                service.atEndOfMonth().plusDays(30),
                null,
                "HS-4",
                "",
                "Hosting",
                "HST",
                BigDecimal.ONE,
                "month",
                new BigDecimal(net),
                new BigDecimal(net),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                EUR,
                Period.of(service));
    }
}
