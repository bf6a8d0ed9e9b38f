package io.recital.models.ledger.invoice;

import static io.recital.models.ledger.invoice.Invoiced.claims;
import static io.recital.models.ledger.invoice.Invoiced.day;
import static io.recital.models.ledger.invoice.Invoiced.event;
import static io.recital.models.ledger.invoice.Invoiced.index;
import static io.recital.models.ledger.invoice.Invoiced.lever;
import static io.recital.models.ledger.invoice.Invoiced.line;
import static io.recital.models.ledger.invoice.Invoiced.missing;
import static io.recital.models.ledger.invoice.Invoiced.percent;
import static io.recital.models.ledger.invoice.Invoiced.rates;
import static io.recital.models.ledger.invoice.Invoiced.refund;
import static io.recital.models.ledger.invoice.Invoiced.run;
import static io.recital.models.ledger.invoice.Invoiced.span;
import static io.recital.models.ledger.invoice.Invoiced.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Facts;
import io.recital.models.fact.IndexValue;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.family.RelationKind;
import io.recital.models.finding.ClauseLabel;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.Outcome;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices that follow an index: what a rise may be, from when, and when it is lost. */
class IndexationTest {
    private static final RateCheck CHECK = new RateCheck();
    private static final String COMPARED =
            "in the Construction Cost Index, from the August value of the year before to the preceding August, to one decimal place";

    private static Finding adjustment(String words, LeverParameter... more) {
        List<LeverParameter> parameters = new ArrayList<>(List.of(
                text(Name.INDEX, "Construction Cost Index"),
                span(Name.FREQUENCY, 1, TimeSpan.Unit.YEARS),
                day(Name.FROM, "2026-01-01")));
        parameters.addAll(List.of(more));
        return lever("MASTER", LeverType.PRICE_ADJUSTMENT, parameters, words);
    }

    private static ContractFamily family(Finding adjustment, Finding... more) {
        List<Finding> findings = new ArrayList<>(List.of(
                rates("MASTER", "GBP", "visit", null, "Lift inspection", "240.00"), refund("MASTER"), adjustment));
        findings.addAll(List.of(more));
        return new FamilyInWords(TenantRole.BUYER)
                .with("MASTER", "maintenance agreement", "2025-02-01", findings.toArray(Finding[]::new))
                .build();
    }

    private static List<IndexValue> values() {
        return List.of(
                index("Construction Cost Index", "2024-08", "118.0"),
                index("Construction Cost Index", "2025-08", "121.4"));
    }

    private static List<Outcome> charged(ContractFamily family, String date, String price, PerformanceFact... facts) {
        List<PerformanceFact> all = new ArrayList<>(List.of(facts));
        all.addAll(values());
        InvoiceLine line = line("1", date)
                .of("LIFT", "Lift inspection")
                .at("10", "visit", price)
                .in("GBP");
        all.add(line);
        return run(CHECK, family, all.toArray(PerformanceFact[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        // (121.4 / 118.0 - 1) is 2.88 %, to one decimal 2.9 %: 246.96
        "2026-01-01, 246.96, ",
        "2026-01-01, 247.00, indexation GBP 0.40",
        "2025-12-31, 246.96, indexation GBP 69.60",
        "2025-12-31, 240.00, ",
        "2026-02-10, 245.00, ",
        "2026-02-10, 250.00, indexation GBP 30.40",
    })
    void allowsTheRiseOfTheIndexFromItsFirstDayAndNoMore(String date, String price, String claimed) {
        List<Outcome> outcomes = charged(family(adjustment("Prices rise by the change " + COMPARED)), date, price);

        assertThat(claims(outcomes)).isEqualTo(claimed == null ? List.of() : List.of(claimed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2026-01-01 | 246.96 | The price increase of 2.9 % from 2026-01-01 is right: the index went from 118 to 121.4, by 2.88 %
        2026-01-01 | 247.00 |
        2026-02-10 | 245.00 | 1 invoice lines of 2026-02 charge no more than the agreed prices:
        2025-12-31 | 240.00 | 1 invoice lines of 2025-12 charge no more than the agreed prices:
        """)
    void saysWhyAnIncreaseIsRight(String date, String price, @Nullable String said) {
        List<PerformanceFact> facts = new ArrayList<>(values());
        facts.add(line("1", date)
                .of("LIFT", "Lift inspection")
                .at("10", "visit", price)
                .in("GBP"));
        Dossier dossier = new Dossier(
                family(adjustment("once a year by the change " + COMPARED)),
                Facts.of(facts),
                LocalDate.of(2026, 12, 31));

        assertThat(InvoicesInWords.inOrder(CHECK, dossier).stream()
                        .map(String::strip)
                        .toList())
                .isEqualTo(said == null ? List.of() : List.of(said));
    }

    @Test
    void keepsToTheCapAndTheShare() {
        Finding capped = adjustment("Prices rise by the change " + COMPARED, percent(Name.CAP, "2"));
        Finding shared = adjustment("Prices rise by 50% of the change " + COMPARED, percent(Name.RATE, "50"));

        assertThat(claims(charged(family(capped), "2026-03-01", "246.96"))).containsExactly("indexation GBP 21.60");
        assertThat(claims(charged(family(capped), "2026-03-01", "244.80"))).isEmpty();
        assertThat(claims(charged(family(shared), "2026-03-01", "243.48"))).isEmpty();
        assertThat(claims(charged(family(shared), "2026-03-01", "243.50"))).containsExactly("indexation GBP 0.20");
    }

    @Test
    void waitsForANoticeAndLosesARiseThatWasNotifiedLate() {
        Finding adjustment =
                adjustment("Prices rise by the change " + COMPARED, span(Name.PERIOD, 30, TimeSpan.Unit.DAYS));
        Finding lapse = FamilyInWords.finding(
                "MASTER",
                new ClauseLabel("Price Restrictions"),
                "An increase that is notified later lapses for that year.");
        ContractFamily lapsing = family(adjustment, lapse);
        ContractFamily delaying = family(adjustment);

        assertThat(missing(charged(lapsing, "2026-03-01", "246.96")))
                .containsExactly("a notice of the adjustment of 2026-01-01");
        assertThat(charged(
                        lapsing, "2026-03-01", "246.96", event("notice-received", "Price increase", "2025-12-02", "")))
                .isEmpty();
        assertThat(claims(charged(
                        lapsing, "2026-03-01", "246.96", event("notice-received", "Price increase", "2025-12-03", ""))))
                .containsExactly("rate GBP 69.60");
        assertThat(charged(
                        delaying, "2026-03-01", "246.96", event("notice-received", "Price increase", "2025-12-03", "")))
                .isEmpty();
        assertThat(claims(charged(
                        delaying,
                        "2026-01-01",
                        "246.96",
                        event("notice-received", "Price increase", "2025-12-03", ""))))
                .hasSize(1);
    }

    @Test
    void saysWhatIsMissingInsteadOfGuessing() {
        Finding unnamed = adjustment("Prices rise with the Construction Cost Index", percent(Name.CAP, "4"));
        Finding other = lever(
                "MASTER",
                LeverType.PRICE_ADJUSTMENT,
                List.of(text(Name.INDEX, "Steel Price Index"), day(Name.FROM, "2026-01-01")),
                "Prices rise with the Steel Price Index of the preceding May.");

        assertThat(missing(charged(family(unnamed), "2026-03-01", "246.96")))
                .containsExactly("the months of “Construction Cost Index” that are compared");
        assertThat(claims(charged(family(unnamed), "2026-03-01", "252.00"))).hasSize(1);
        assertThat(missing(charged(family(other), "2026-03-01", "300.00")))
                .containsExactly("values of “Steel Price Index” for 2024-05 and 2025-05");
    }

    @Test
    void compoundsYearByYearFromTheRoundedPrice() {
        Finding fixed = lever(
                "MASTER",
                LeverType.PRICE_ADJUSTMENT,
                List.of(
                        percent(Name.RATE, "3.3"),
                        span(Name.FREQUENCY, 1, TimeSpan.Unit.YEARS),
                        day(Name.FROM, "2025-03-01")),
                "All prices rise by 3.3% on 1 March of each year.");

        // 240 x 1.033 = 247.92; x 1.033 = 256.10136, rounded 256.10
        assertThat(claims(charged(family(fixed), "2026-02-28", "247.92"))).isEmpty();
        assertThat(claims(charged(family(fixed), "2026-03-01", "256.10"))).isEmpty();
        assertThat(claims(charged(family(fixed), "2026-02-28", "256.10"))).containsExactly("indexation GBP 81.80");
    }

    @Test
    void freezesWhatIsFixedUntilADay() {
        Finding adjusting = adjustment("Prices rise by the change " + COMPARED, text(Name.BASE, "call-out prices"));
        Finding freeze = lever(
                "MASTER",
                LeverType.PRICE_ADJUSTMENT,
                List.of(text(Name.BASE, "prices of lift inspections"), day(Name.PERIOD, "2027-06-30")),
                "The prices of lift inspections are fixed until 30 June 2027.");

        assertThat(claims(charged(family(adjusting, freeze), "2026-03-01", "246.96")))
                .containsExactly("rate GBP 69.60");
    }

    @Test
    void freezesWhatADefinedTermMeansAndNothingElse() {
        Finding freeze = lever(
                "AMD",
                LeverType.PRICE_ADJUSTMENT,
                List.of(text(Name.BASE, "the Renegotiated Items"), day(Name.FROM, "2028-01-01")),
                "The Renegotiated Items are not adjusted before 1 January 2028.");

        // 240 x 1.029 = 246.96: right for what the term does not mean, 6.96 a visit too much for what it means
        assertThat(claims(charged(amended(freeze, "the lift inspection and the door check"), "2026-03-01", "246.96")))
                .containsExactly("rate GBP 69.60");
        assertThat(claims(charged(amended(freeze, "the door check and the gate check"), "2026-03-01", "246.96")))
                .isEmpty();
        Finding theirs = lever(
                "AMD",
                LeverType.PRICE_ADJUSTMENT,
                List.of(text(Name.BASE, "their prices"), day(Name.FROM, "2028-01-01")),
                "The Renegotiated Items are left out. Their prices are next adjusted on 1 January 2028.");
        assertThat(claims(charged(amended(theirs, "the lift inspection and the door check"), "2026-03-01", "246.96")))
                .containsExactly("rate GBP 69.60");
    }

    private static ContractFamily amended(Finding freeze, String meaning) {
        return new FamilyInWords(TenantRole.BUYER)
                .with(
                        "MASTER",
                        "maintenance agreement",
                        "2025-02-01",
                        refund("MASTER"),
                        adjustment("Prices rise by the change " + COMPARED))
                .with(
                        "AMD",
                        "amendment",
                        "2025-12-01",
                        rates("AMD", "GBP", "visit", null, "Lift inspection", "240.00"),
                        freeze)
                .defining("Renegotiated Items", meaning)
                .related("AMD", RelationKind.AMENDS, "MASTER")
                .build();
    }

    @Test
    void lowersAPriceOnlyWhereTheClauseSaysSo() {
        IndexValue fallen = index("Construction Cost Index", "2025-08", "115.0");
        IndexValue before = index("Construction Cost Index", "2024-08", "118.0");
        InvoiceLine line = line("1", "2026-03-01")
                .of("LIFT", "Lift inspection")
                .at("10", "visit", "240")
                .in("GBP");
        Finding both = adjustment("Prices are increased or decreased by the change " + COMPARED);
        Finding up = adjustment("Prices may be increased by the rise " + COMPARED);

        assertThat(claims(run(CHECK, family(both), line, before, fallen))).containsExactly("indexation GBP 60.00");
        assertThat(run(CHECK, family(up), line, before, fallen)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "the rise in the twelve months to the previous October,                      2026-02-01, 2024-10, 2025-10",
        "of the previous December differs from that of the December before it,       2026-04-01, 2024-12, 2025-12",
        "for June of that year over the value for June of the year before,           2026-06-01, 2024-06, 2025-06",
        "has changed since March 2024 to the March before the change,                2027-01-01, 2024-03, 2026-03",
        "the Supplier may raise prices on 1 May by the index,                        2026-05-01, ,",
        "from the January value to the July value,                                   2026-09-01, ,",
        "between the index for July 2024 and the index for July 2025,                2025-12-01, 2024-07, 2025-07",
        "the change in the CPI from September 2024 to September 2025,                2026-01-01, 2024-09, 2025-09",
        "from March 2024 to March 2025 and likewise in later years,                  2026-07-01, 2025-03, 2026-03",
        "the index for May 2025 against the index for May 2024,                      2025-07-01, 2024-05, 2025-05",
        "between the index for July 2025 and the index for October 2025,             2025-09-01, ,",
        "the wage of that April has changed against the April before,                2026-04-01, 2025-04, 2026-04",
        "in April of each year by the rise of the CPI in the year to September,      2026-04-01, 2024-09, 2025-09",
        "the annual rate of the CPI for the year ending 31 October,                  2026-01-01, 2024-10, 2025-10",
        "the annual change in the index published for the month three months before, 2026-04-01, 2025-01, 2026-01",
        "the index for the second month before the change over the same month a year earlier, 2026-03-01, 2025-01, 2026-01",
        "upon three months' notice before the change by the annual rise of the CPI,  2026-04-01, ,",
    })
    void readsTheMonthsThatAreCompared(String words, LocalDate effective, String before, String after) {
        assertThat(ComparedMonths.of(words, effective))
                .isEqualTo(
                        before == null
                                ? Optional.empty()
                                : Optional.of(new ComparedMonths(YearMonth.parse(before), YearMonth.parse(after))));
    }

    @ParameterizedTest
    @CsvSource({
        "Consumer Prices Index published by the Office for National Statistics, UK CPI, true",
        "Harmonised Index of Consumer Prices, HICP, true",
        "Logistics Index South (LIS-Süd), LIS-Sued, false",
        "Logistics Index South (LIS-Süd), LIS-Süd, true",
        "Consumer Prices Index, Bank of England base rate, false",
        "Retail Prices Index, UK CPI, false",
    })
    void joinsASeriesByItsNameOrItsInitials(String index, String series, boolean joined) {
        List<IndexValue> published = List.of(index(series, "2025-05", "100"));

        assertThat(IndexSeries.find(index, "", published).isPresent()).isEqualTo(joined);
    }
}
