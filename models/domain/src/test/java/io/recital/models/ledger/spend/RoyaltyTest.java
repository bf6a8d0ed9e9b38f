package io.recital.models.ledger.spend;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.ExchangeRate;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TimeSpan.Unit;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoyaltyTest {
    private static final InvoicesInWords ISSUED = InvoicesInWords.issued("L-1", "USD");
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final Period QUARTER = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));

    private static Finding royalty() {
        TypedValue tiers = new TypedValue.Tiers(List.of(
                new Tier(null, true, new BigDecimal("1000"), true, "USD", percent("10")),
                new Tier(new BigDecimal("1000"), false, null, false, "USD", percent("5"))));
        return FamilyInWords.finding(
                "L-1",
                new CommercialLever(
                        LeverType.GAIN_OR_REVENUE_SHARE,
                        List.of(
                                new LeverParameter(Name.TIERS, tiers),
                                new LeverParameter(Name.BASE, new TypedValue.Text("the Net Sales of all products")),
                                new LeverParameter(
                                        Name.FREQUENCY, new TypedValue.Length(new TimeSpan(1, Unit.QUARTERS))))),
                "Licensee pays a royalty on Net Sales; each rate applies only to the portion within its tier.");
    }

    private static TypedValue.Percent percent(String value) {
        return new TypedValue.Percent(new BigDecimal(value));
    }

    private static Finding duty(String words) {
        return FamilyInWords.finding(
                "L-1",
                new Obligation(Modality.DUTY, new PartyReference("Licensee", null), null, words, null, null, null),
                words);
    }

    private static ContractFamily family(Finding... findings) {
        return new FamilyInWords(TenantRole.LICENSOR)
                .with("L-1", "agreement", "2025-01-01", findings)
                .build();
    }

    private static Measurement sales(String name, int month, String unit, String value) {
        return new Measurement(
                name + month,
                new VendorReference("4711", "Other Side Ltd"),
                "L-1",
                name,
                Period.of(YearMonth.of(2026, month)),
                null,
                null,
                unit,
                new BigDecimal(value),
                LocalDate.of(2026, 4, 20),
                "");
    }

    private static List<PerformanceFact> quarterOf(String name, String unit, String monthly) {
        List<PerformanceFact> rows = new ArrayList<>();
        for (int month = 1; month <= 3; month++) {
            rows.add(sales(name, month, unit, monthly));
        }
        return rows;
    }

    private static InvoiceLine billed(String number, String net, String description, Period service) {
        return ISSUED.line(number, "2026-05-02", null, null, net, null, description, "ROY", service);
    }

    private static List<Outcome> run(Check check, ContractFamily family, List<PerformanceFact> facts) {
        return InvoicesInWords.verified(check.run(new Dossier(family, Facts.of(facts), AS_OF)));
    }

    @Test
    void billsEachTierOfTheQuarterAndNothingBeyond() {
        List<PerformanceFact> facts = new ArrayList<>(quarterOf("Net Sales", "USD", "500.00"));
        facts.add(billed("R-1", "120.00", "Royalty upon Net Sales Q1", QUARTER));
        List<Outcome> outcomes = run(new RoyaltyCheck(), family(royalty()), facts);
        // 10 % of 1,000 and 5 % of 500
        assertThat(((LedgerEntry) outcomes.get(0)).amount().toString()).isEqualTo("USD 5.00");
        facts.add(billed("R-2", "5.00", "Royalty correction Q1", QUARTER));
        assertThat(run(new RoyaltyCheck(), family(royalty()), facts)).isEmpty();
    }

    @Test
    void addsUpCountriesAndLeavesTotalsAndAuditedVariantsAside() {
        List<PerformanceFact> facts = new ArrayList<>(quarterOf("Net Sales Peru", "USD", "200.00"));
        facts.addAll(quarterOf("Net Sales Chile", "USD", "100.00"));
        facts.addAll(quarterOf("Audited Net Sales Peru", "USD", "900.00"));
        facts.addAll(quarterOf("Net Sales all countries", "USD", "300.00"));
        facts.add(billed("R-1", "90.00", "Royalty upon Net Sales Q1", QUARTER));
        assertThat(run(new RoyaltyCheck(), family(royalty()), facts)).isEmpty();
    }

    @Test
    void convertsTheQuarterOnceAtTheAgreedSourceAndDay() {
        List<PerformanceFact> facts = new ArrayList<>(quarterOf("Net Sales Wales", "GBP", "100.01"));
        facts.add(billed("R-1", "37.00", "Royalty upon Net Sales Q1", QUARTER));
        Finding convert = duty(
                "Sales in pounds are converted at the rate for the last Business Day of the quarter, as published in the Morning Ledger.");
        assertThat(run(new RoyaltyCheck(), family(royalty(), convert), facts))
                .singleElement()
                .isInstanceOf(NotCheckable.class);
        facts.add(rate("2026-03-30", "1.20", "Morning Ledger"));
        facts.add(rate("2026-03-31", "1.30", "Planning rate"));
        facts.add(rate("2026-03-31", "1.25", "Morning Ledger"));
        facts.add(rate("2026-04-01", "1.40", "Morning Ledger"));
        LedgerEntry entry = (LedgerEntry)
                run(new RoyaltyCheck(), family(royalty(), convert), facts).get(0);
        // 300.03 at 1.25 are 375.04, 10 % of which are 37.50
        assertThat(entry.amount().toString()).isEqualTo("USD 0.50");
        assertThat(entry.rests()).contains(convert);
    }

    private static Finding share(String percent, String item, String base, String words) {
        List<LeverParameter> parameters = new ArrayList<>(List.of(
                new LeverParameter(Name.RATE, percent(percent)),
                new LeverParameter(Name.BASE, new TypedValue.Text(base))));
        if (!item.isEmpty()) {
            parameters.add(new LeverParameter(Name.ITEM, new TypedValue.Text(item)));
        }
        return FamilyInWords.finding("L-1", new CommercialLever(LeverType.GAIN_OR_REVENUE_SHARE, parameters), words);
    }

    @Test
    void reckonsByTheMonthWhereItIsInvoicedAndReportedSo() {
        Finding fee = share("10", "Service Fee", "Takings", "A Service Fee of 10% of the Takings is paid.");
        List<PerformanceFact> facts = new ArrayList<>(quarterOf("Takings", "USD", "1000.00"));
        facts.add(sales("Takings found by inspection", 2, "USD", "5000.00"));
        for (int month = 1; month <= 3; month++) {
            facts.add(billed(
                    "R-" + month,
                    month == 2 ? "90.00" : "100.00",
                    "Service Fee",
                    Period.of(YearMonth.of(2026, month))));
        }
        LedgerEntry entry =
                (LedgerEntry) run(new RoyaltyCheck(), family(fee), facts).get(0);
        assertThat(entry.amount().toString()).isEqualTo("USD 10.00");
        assertThat(entry.period()).isEqualTo(Period.of(YearMonth.of(2026, 2)));
    }

    @Test
    void reckonsByTheHalfYear() {
        Finding royalty = share("4", "", "Net Sales", "A royalty of 4% of Net Sales is paid for each half-year.");
        Period half = new Period(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 12, 31));
        Measurement sold = new Measurement(
                "S-1",
                new VendorReference("4711", "Other Side Ltd"),
                "L-1",
                "Net Sales",
                half,
                null,
                null,
                "USD",
                new BigDecimal("10000"),
                LocalDate.of(2026, 1, 20),
                "");
        List<PerformanceFact> facts = List.of(sold, billed("R-1", "350.00", "Royalty H2 2025", half));
        LedgerEntry entry =
                (LedgerEntry) run(new RoyaltyCheck(), family(royalty), facts).get(0);
        assertThat(entry.amount().toString()).isEqualTo("USD 50.00");
        assertThat(entry.period()).isEqualTo(half);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        For each accounting period the Franchisee pays 10% of the Takings or $130.00, whichever is the greater. An accounting period is a calendar month.
        The minimum royalty for each calendar month is $130.00.
        A minimum royalty of $130.00 per month applies.
        """)
    void holdsTheMinimumOfAMonthAgainstTheRoyaltiesOfThatMonth(String words) {
        Finding minimum = FamilyInWords.finding(
                "L-1",
                new CommercialLever(
                        LeverType.MINIMUM_COMMITMENT,
                        List.of(
                                new LeverParameter(Name.ITEM, new TypedValue.Text("Service Fee")),
                                new LeverParameter(
                                        Name.VOLUME,
                                        new TypedValue.Amount(BigMoney.of(CurrencyUnit.USD, new BigDecimal("130")))))),
                words);
        List<PerformanceFact> facts = new ArrayList<>();
        for (int month = 1; month <= 3; month++) {
            facts.add(billed(
                    "R-" + month,
                    month == 2 ? "100.00" : "150.00",
                    "Service Fee",
                    Period.of(YearMonth.of(2026, month))));
        }
        assertThat(run(new MinimumRoyaltyCheck(), family(minimum), facts).stream()
                        .filter(LedgerEntry.class::isInstance)
                        .map(outcome -> ((LedgerEntry) outcome).amount() + " " + ((LedgerEntry) outcome).period()))
                .containsExactly("USD 30.00 " + Period.of(YearMonth.of(2026, 2)));
    }

    private static ExchangeRate rate(String day, String rate, String source) {
        return new ExchangeRate(
                day + source, LocalDate.parse(day), CurrencyUnit.GBP, CurrencyUnit.USD, new BigDecimal(rate), source);
    }

    @Test
    void countsAllRoyaltiesOfTheYearAgainstTheMinimumOfTheirKind() {
        Finding minimum = FamilyInWords.finding(
                "L-1",
                new CommercialLever(
                        LeverType.MINIMUM_COMMITMENT,
                        List.of(
                                new LeverParameter(Name.ITEM, new TypedValue.Text("Minimum royalty upon Meters")),
                                new LeverParameter(
                                        Name.VOLUME,
                                        new TypedValue.Amount(BigMoney.of(CurrencyUnit.USD, new BigDecimal("100")))),
                                new LeverParameter(Name.FROM, new TypedValue.Day(LocalDate.of(2025, 1, 1))))),
                "The minimum royalty upon Meters for 2025 is $100.");
        List<PerformanceFact> facts = new ArrayList<>();
        for (int quarter = 0; quarter < 4; quarter++) {
            LocalDate from = LocalDate.of(2025, 1, 1).plusMonths(3L * quarter);
            Period service = new Period(from, from.plusMonths(3).minusDays(1));
            facts.add(billed("M-" + quarter, "20.00", "Royalty upon Meters", service));
        }
        LedgerEntry entry = (LedgerEntry)
                run(new MinimumRoyaltyCheck(), family(minimum), facts).get(0);
        assertThat(entry.amount().toString()).isEqualTo("USD 20.00");
        facts.add(billed(
                "M-9",
                "20.00",
                "Royalty upon Meters",
                new Period(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 9, 30))));
        assertThat(InvoicesInWords.inOrder(
                        new MinimumRoyaltyCheck(), new Dossier(family(minimum), Facts.of(facts), AS_OF)))
                .singleElement()
                .asString()
                .contains("royalties come to USD 100.00 and cover the minimum of USD 100.00");
        assertThat(run(new MinimumRoyaltyCheck(), family(minimum), facts.subList(0, 3)))
                .singleElement()
                .isInstanceOf(NotCheckable.class);
    }

    private static Finding ofAYear() {
        TypedValue tiers = new TypedValue.Tiers(List.of(
                new Tier(null, true, new BigDecimal("2000"), true, "USD", percent("10")),
                new Tier(new BigDecimal("2000"), false, null, false, "USD", percent("5"))));
        return FamilyInWords.finding(
                "L-1",
                new CommercialLever(
                        LeverType.GAIN_OR_REVENUE_SHARE,
                        List.of(
                                new LeverParameter(Name.TIERS, tiers),
                                new LeverParameter(Name.BASE, new TypedValue.Text("Net Sales of Lamps")),
                                new LeverParameter(
                                        Name.FREQUENCY, new TypedValue.Length(new TimeSpan(1, Unit.YEARS))))),
                "Royalty on Net Sales of Lamps in a calendar year; each rate is for the portion within its band.",
                "Net Sales are the gross sales less freight, and less returns, the latter not to exceed 2% of the gross sales. No other deduction may be made.");
    }

    @ParameterizedTest
    @CsvSource({
        "800.00, 0,     0,     80.00",
        "800.00, 30.00, 10.00, 71.00",
        "800.00, 30.00, 10.00, 76.40",
        "800.00, 16.00, 10.00, 77.40",
    })
    void deductsOnlyWhatTheContractLetsBeDeducted(String gross, String returns, String freight, String billed) {
        List<PerformanceFact> facts = new ArrayList<>();
        facts.add(quarter("Lamps gross sales", "USD", gross));
        facts.add(quarter("Lamps returns", "USD", returns));
        facts.add(quarter("Lamps freight", "USD", freight));
        facts.add(quarter("Lamps prompt payment discounts", "USD", "40.00"));
        facts.add(billed("R-1", billed, "Royalty on Lamps Q1", QUARTER));
        List<Outcome> outcomes = run(new RoyaltyCheck(), family(ofAYear()), facts);

        BigDecimal sum = outcomes.stream()
                .map(outcome -> ((LedgerEntry) outcome).amount().getAmount())
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
        BigDecimal due = new BigDecimal(gross)
                .subtract(new BigDecimal(returns).min(new BigDecimal("16.00")))
                .subtract(new BigDecimal(freight))
                .movePointLeft(1);
        assertThat(sum)
                .isEqualByComparingTo(due.subtract(new BigDecimal(billed)).max(BigDecimal.ZERO));
    }

    private static Measurement quarter(String name, String unit, String value) {
        return new Measurement(
                name,
                new VendorReference("4711", "Other Side Ltd"),
                "L-1",
                name,
                QUARTER,
                null,
                null,
                unit,
                new BigDecimal(value),
                LocalDate.of(2026, 4, 20),
                "");
    }

    @Test
    void saysWhyAReportCameToLessWhereTheReasonsExplainTheInvoiceToTheCent() {
        List<PerformanceFact> facts = new ArrayList<>();
        facts.add(quarter("Lamps gross sales", "USD", "1000.00"));
        facts.add(quarter("Lamps returns", "USD", "50.00"));
        facts.add(quarter("Lamps freight", "USD", "0"));
        facts.add(quarter("Lamps prompt payment discounts", "USD", "40.00"));
        facts.add(billed("R-1", "91.00", "Royalty on Lamps Q1", QUARTER));

        // 30 of returns beyond 2 % and 40 of discounts, at 10 %
        assertThat(run(new RoyaltyCheck(), family(ofAYear()), facts))
                .extracting(outcome -> ((LedgerEntry) outcome).amount().toString())
                .containsExactlyInAnyOrder("USD 3.00", "USD 4.00");
    }

    @Test
    void claimsNothingWhereADeductionIsNeitherAllowedNorForbidden() {
        Finding open = FamilyInWords.finding(
                "L-1",
                ofAYear().content(),
                "Royalty on Net Sales of Lamps in a calendar year; each rate is for the portion within its band.",
                "Net Sales are the gross sales less freight.");
        List<PerformanceFact> facts = new ArrayList<>();
        facts.add(quarter("Lamps gross sales", "USD", "1000.00"));
        facts.add(quarter("Lamps freight", "USD", "0"));
        facts.add(quarter("Lamps prompt payment discounts", "USD", "40.00"));
        facts.add(billed("R-1", "96.00", "Royalty on Lamps Q1", QUARTER));

        assertThat(run(new RoyaltyCheck(), family(open), facts)).isNotEmpty().allMatch(NotCheckable.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 30, 980, -",
        "1000, 30, 970, USD 25.00",
        "1000, 10, 990, -",
        "1049, 30, 1029, -",
        "1049, 30, 1019, USD 25.00"
    })
    void chargesEachUnitButThoseThatAreFree(String shipped, String replaced, String units, String claimed) {
        Finding each = FamilyInWords.finding(
                "L-1",
                new CommercialLever(
                        LeverType.GAIN_OR_REVENUE_SHARE,
                        List.of(
                                new LeverParameter(
                                        Name.RATE,
                                        new TypedValue.Amount(BigMoney.of(CurrencyUnit.USD, new BigDecimal("2.50")))),
                                new LeverParameter(Name.BASE, new TypedValue.Text("each Meter shipped")),
                                new LeverParameter(Name.ITEM, new TypedValue.Text("Meter")))),
                "A royalty of $2.50 is due for each Meter shipped.",
                "Meters that replace faulty ones under warranty are free of royalty up to 2% of those shipped in the quarter.");
        List<PerformanceFact> facts = new ArrayList<>();
        facts.add(quarter("Meters shipped", "units", shipped));
        facts.add(quarter("Meters, warranty", "units", replaced));
        String net = new BigDecimal("2.50").multiply(new BigDecimal(units)).toPlainString();
        facts.add(billed("R-1", net, "Royalty on Meters Q1", QUARTER));

        assertThat(run(new RoyaltyCheck(), family(each), facts))
                .extracting(outcome -> ((LedgerEntry) outcome).amount().toString())
                .isEqualTo(claimed.equals("-") ? List.of() : List.of(claimed));
    }

    @Test
    void countsTheSalesOfTheYearSoFarForItsBands() {
        List<PerformanceFact> facts = new ArrayList<>();
        for (int quarter = 0; quarter < 2; quarter++) {
            LocalDate from = LocalDate.of(2025, 1, 1).plusMonths(3L * quarter);
            Period service = new Period(from, from.plusMonths(3).minusDays(1));
            facts.add(new Measurement(
                    "N" + quarter,
                    new VendorReference("4711", "Other Side Ltd"),
                    "L-1",
                    "Net Sales Lamps",
                    service,
                    null,
                    null,
                    "USD",
                    new BigDecimal("1500.00"),
                    service.to(),
                    ""));
            facts.add(billed("R-" + quarter, quarter == 0 ? "150.00" : "75.00", "Royalty on Lamps", service));
        }
        // 500 of the second 1,500 still bear 10 %
        assertThat(run(new RoyaltyCheck(), family(ofAYear()), facts))
                .extracting(outcome -> ((LedgerEntry) outcome).amount().toString())
                .containsExactly("USD 25.00");
    }
}
