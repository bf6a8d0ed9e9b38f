package io.recital.models.ledger.spend;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.clause.Definition;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Span;
import io.recital.models.fact.CreditNote;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.family.FamilyMember;
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
import io.recital.models.ledger.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearlySpendTest {
    private static final InvoicesInWords DOLLARS = InvoicesInWords.received("A-1", "USD");
    private static final String ON_ALL = "The rate reached applies to all purchases of the contract year.";
    private static final String BY_BAND =
            "Each rate applies only to the part of the spend of a contract year in its band.";

    private static Finding lever(LeverType type, List<LeverParameter> parameters, String... words) {
        List<LeverParameter> all = new ArrayList<>(parameters);
        all.add(new LeverParameter(Name.FREQUENCY, new TypedValue.Length(new TimeSpan(1, Unit.YEARS))));
        return FamilyInWords.finding("A-1", new CommercialLever(type, all), words);
    }

    private static LeverParameter bands() {
        return new LeverParameter(
                Name.TIERS,
                new TypedValue.Tiers(
                        List.of(band(null, "100000", "0"), band("100000", "200000", "2"), band("200000", null, "5"))));
    }

    private static Tier band(String from, String to, String percent) {
        return new Tier(
                from == null ? null : new BigDecimal(from),
                true,
                to == null ? null : new BigDecimal(to),
                false,
                "USD",
                new TypedValue.Percent(new BigDecimal(percent)));
    }

    private static ContractFamily family(TenantRole role, String year, Finding... findings) {
        ContractFamily family = new FamilyInWords(role)
                .with("A-1", "agreement", "2025-01-15", findings)
                .build();
        FamilyMember member = family.members().get(0);
        List<Definition> definitions = year == null
                ? List.of()
                : List.of(new Definition(
                        "Contract Year",
                        year,
                        false,
                        new Span(0, 1),
                        member.contract().id()));
        return new ContractFamily(
                family.counterparty(),
                List.of(new FamilyMember(member.contract(), member.references(), member.findings(), definitions)),
                List.of());
    }

    private static List<Outcome> run(Check check, ContractFamily family, LocalDate asOf, PerformanceFact... facts) {
        return InvoicesInWords.verified(check.run(new Dossier(family, Facts.of(Arrays.asList(facts)), asOf)));
    }

    private static InvoiceLine bought(String number, String date, String net, String description) {
        return DOLLARS.line(number, date, date, date, net, net, description, "ART-" + number, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        199999.99 | a calendar year                          | on all  | USD 4000.00
        200000.00 | a calendar year                          | on all  | USD 10000.00
        200000.00 | a calendar year                          | by band | USD 2000.00
        99999.99  | a calendar year                          | on all  | -
        100000.01 | a calendar year                          | by band | -
        100000.26 | a calendar year                          | by band | USD 0.01
        200000.00 | twelve months that begin on 1 April      | on all  | USD 10000.00
        """)
    void givesWhatTheBandReachedGives(String spend, String year, String how, String rebate) {
        ContractFamily family = family(
                TenantRole.BUYER,
                year,
                lever(LeverType.REBATE, List.of(bands()), how.equals("on all") ? ON_ALL : BY_BAND));
        List<Outcome> outcomes = run(
                new RebateCheck(LeverType.REBATE),
                family,
                LocalDate.of(2026, 2, 1),
                bought("1", "2025-02-03", spend, "Cans"),
                bought("2", "2026-01-05", "50000", "Cans"));
        List<String> amounts = outcomes.stream()
                .map(entry -> ((LedgerEntry) entry).amount().toString())
                .toList();
        assertThat(amounts).isEqualTo(rebate == null || rebate.equals("USD 0.00") ? List.of() : List.of(rebate));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        The rate of the step that is reached applies to the entire net turnover.       | USD 15000.00
        The higher rate counts for all purchases of the year.                          | USD 15000.00
        Bonus on the whole turnover.                                                    | USD 15000.00
        The percentage reached applies from the first dollar.                          | USD 15000.00
        2% of that portion of its purchases which is above $100,000.                   | USD 7000.00
        5% on so much of the spend as exceeds $200,000.                                | USD 7000.00
        The rebate is paid in March.                                                   | -
        """)
    void takesFromTheWordsWhetherARateIsForAll(String words, String rebate) {
        LeverParameter steps = new LeverParameter(
                Name.TIERS, new TypedValue.Tiers(List.of(band("100000", null, "2"), band("200000", null, "5"))));
        ContractFamily family =
                family(TenantRole.BUYER, "a calendar year", lever(LeverType.REBATE, List.of(steps), words));
        List<Outcome> outcomes = run(
                new RebateCheck(LeverType.REBATE),
                family,
                LocalDate.of(2026, 4, 1),
                bought("1", "2025-02-03", "300000", "Cans"),
                bought("2", "2026-02-05", "50000", "Cans"));
        assertThat(outcomes.stream()
                        .map(outcome -> outcome instanceof LedgerEntry entry
                                ? entry.amount().toString()
                                : "-"))
                .containsExactly(rebate == null ? "-" : rebate);
    }

    @Test
    void countsNoFreightAndNoTaxAndTakesOffWhatCameBack() {
        ContractFamily family =
                family(TenantRole.BUYER, "a calendar year", lever(LeverType.REBATE, List.of(bands()), ON_ALL));
        CreditNote back = DOLLARS.credit("G-1", "1", "2025-06-01", "1000", "Returned goods");
        CreditNote service = DOLLARS.credit("G-2", "", "2025-06-01", "5000", "Service credit May");
        LedgerEntry entry = (LedgerEntry) run(
                        new RebateCheck(LeverType.REBATE),
                        family,
                        LocalDate.of(2026, 2, 1),
                        bought("1", "2025-02-03", "151000", "Cans"),
                        bought("2", "2025-03-03", "60000", "Freight to the plant"),
                        bought("3", "2025-12-03", "10000", "Cans"),
                        back,
                        service)
                .get(0);
        assertThat(entry.amount().toString()).isEqualTo("USD 3200.00");
        assertThat(entry.rows()).containsExactly("invoice-line:1-1", "invoice-line:3-1", "credit-note:G-1");
    }

    @Test
    void claimsOnlyWhatIsNotCreditedYetAndOnlyWhenItIsDue() {
        ContractFamily family = family(
                TenantRole.BUYER,
                "a calendar year",
                lever(
                        LeverType.REBATE,
                        List.of(bands()),
                        ON_ALL,
                        "The rebate is paid within 45 days after the end of the contract year."));
        PerformanceFact[] facts = {
            bought("1", "2025-02-03", "150000", "Cans"),
            bought("2", "2025-12-03", "10000", "Cans"),
            DOLLARS.credit("G-1", "", "2026-01-20", "3000", "Volume rebate 2025")
        };
        RebateCheck check = new RebateCheck(LeverType.REBATE);
        assertThat(run(check, family, LocalDate.of(2026, 2, 13), facts)).isEmpty();
        LedgerEntry entry = (LedgerEntry)
                run(check, family, LocalDate.of(2026, 2, 14), facts).get(0);
        assertThat(entry.amount().toString()).isEqualTo("USD 200.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        A rebate that Buyer has not claimed within twelve (12) months after the end of the year is forfeited. | 2026-12-31
        The rebate lapses unless it is claimed within 6 months after the end of the year.                    | 2026-06-30
        A warranty that is not claimed within six (6) months after the end of the year is lost.               | -
        """)
    void isLostWhenAnotherSectionSaysSo(String words, @Nullable LocalDate until) {
        Finding rebate = lever(LeverType.REBATE, List.of(bands()), ON_ALL);
        Finding elsewhere = in("2.3", words);

        LedgerEntry entry = (LedgerEntry) run(
                        new RebateCheck(LeverType.REBATE),
                        family(TenantRole.BUYER, "a calendar year", rebate, elsewhere),
                        LocalDate.of(2026, 3, 1),
                        bought("1", "2025-02-03", "150000", "Cans"),
                        bought("2", "2025-12-03", "10000", "Cans"))
                .get(0);

        assertThat(entry.recoverableUntil()).isEqualTo(until);
        assertThat(entry.rests()).hasSize(until == null ? 1 : 2);
    }

    /** A duty in another clause of the same document. */
    private static Finding in(String path, String words) {
        Finding said = FamilyInWords.finding(
                "A-1",
                new Obligation(Modality.DUTY, new PartyReference("Seller", null), null, words, null, null, null),
                words);
        Citation citation = said.citations().get(0);
        return new Finding(
                said.id(),
                said.contract(),
                said.document(),
                null,
                said.content(),
                List.of(new Citation(
                        citation.contract(),
                        citation.document(),
                        citation.file(),
                        path,
                        null,
                        citation.span(),
                        words,
                        citation.sha256(),
                        citation.role())),
                said.confidence(),
                said.provenance(),
                false,
                said.review());
    }

    @Test
    void saysThatHalfAYearOfInvoicesIsNoYear() {
        ContractFamily family =
                family(TenantRole.BUYER, "a calendar year", lever(LeverType.REBATE, List.of(bands()), ON_ALL));
        List<Outcome> outcomes = run(
                new RebateCheck(LeverType.REBATE),
                family,
                LocalDate.of(2026, 2, 1),
                bought("1", "2025-08-03", "150000", "Cans"),
                bought("2", "2025-12-03", "10000", "Cans"));
        assertThat(((NotCheckable) outcomes.get(0)).missing()).contains("whole");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        percent of the shortfall   | 10 | Buyer shall pay 10% of the shortfall.       | 60000 | USD 4000.00
        reached to the cent        | 10 | Buyer shall pay 10% of the shortfall.       | 100000 | -
        all of it                  | -  | Buyer shall pay the shortfall.              | 60000 | USD 40000.00
        estimate                   | 10 | Volumes are an estimate and bind nobody.    | 60000 | -
        """)
    void pricesAShortfallAsTheClauseSays(String name, String percent, String words, String spend, String exposure) {
        List<LeverParameter> parameters = new ArrayList<>(List.of(new LeverParameter(
                Name.VOLUME, new TypedValue.Amount(BigMoney.of(CurrencyUnit.USD, new BigDecimal("100000"))))));
        if (percent != null) {
            parameters.add(new LeverParameter(Name.RATE, new TypedValue.Percent(new BigDecimal(percent))));
        }
        List<Outcome> outcomes = run(
                new MinimumCommitmentCheck(),
                family(
                        TenantRole.BUYER,
                        "a calendar year",
                        lever(LeverType.MINIMUM_COMMITMENT, parameters, "In each Contract Year. " + words)),
                LocalDate.of(2026, 2, 1),
                bought("1", "2025-01-20", spend, "Cans"),
                bought("2", "2026-01-20", "1", "Cans"));
        List<String> amounts = outcomes.stream()
                .filter(LedgerEntry.class::isInstance)
                .map(entry -> ((LedgerEntry) entry).amount().toString())
                .toList();
        // the first year begins on 15 January and is short
        assertThat(amounts).as(name).isEmpty();
        List<Outcome> next = run(
                new MinimumCommitmentCheck(),
                family(
                        TenantRole.BUYER,
                        "a calendar year",
                        lever(LeverType.MINIMUM_COMMITMENT, parameters, "In each Contract Year. " + words)),
                LocalDate.of(2027, 2, 1),
                bought("0", "2025-01-20", "200000", "Cans"),
                bought("1", "2026-01-20", spend, "Cans"),
                bought("2", "2027-01-20", "1", "Cans"));
        assertThat(next.stream().map(entry -> ((LedgerEntry) entry).amount().toString()))
                .as(name)
                .isEqualTo(exposure == null ? List.of() : List.of(exposure));
    }

    @Test
    void forecastsOnlyWhatTheBestMonthsToComeCannotMakeGood() {
        List<LeverParameter> parameters = List.of(
                new LeverParameter(
                        Name.VOLUME, new TypedValue.Amount(BigMoney.of(CurrencyUnit.USD, new BigDecimal("120000")))),
                new LeverParameter(Name.RATE, new TypedValue.Percent(new BigDecimal("10"))));
        ContractFamily family = family(
                TenantRole.BUYER,
                "twelve months beginning on January 15",
                lever(LeverType.MINIMUM_COMMITMENT, parameters, "In each Contract Year."));
        LocalDate asOf = LocalDate.of(2025, 4, 30);
        List<Outcome> clear = run(
                new MinimumCommitmentCheck(),
                family,
                asOf,
                bought("1", "2025-01-20", "8000", "Cans"),
                bought("2", "2025-02-20", "9000", "Cans"),
                bought("3", "2025-04-20", "7000", "Cans"));
        // 24,000 in three months are 96,000 in the year
        assertThat(((LedgerEntry) clear.get(0)).amount().toString()).isEqualTo("USD 2400.00");
        assertThat(run(
                        new MinimumCommitmentCheck(),
                        family,
                        asOf,
                        bought("1", "2025-01-20", "8000", "Cans"),
                        bought("2", "2025-02-20", "12000", "Cans"),
                        bought("3", "2025-04-20", "4000", "Cans")))
                .isEmpty();
    }

    @Property(tries = 200)
    void yearsFollowEachOtherWithoutAGap(
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1, max = 28) int day,
            @ForAll @IntRange(max = 1000) int begins,
            @ForAll @IntRange(max = 2000) int more,
            @ForAll @IntRange(min = 1, max = 4) int parts) {
        LocalDate first = LocalDate.of(2020, 1, 1).plusDays(begins);
        ContractYears years = new ContractYears(MonthDay.of(month, day), first, 12 / parts, true);
        List<Period> all = years.until(first.plusDays(more));
        assertThat(all.get(0).from()).isEqualTo(first);
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).from()).isEqualTo(all.get(i - 1).to().plusDays(1));
            assertThat(ContractYears.isShort(all.get(i), 12 / parts)).isFalse();
        }
        assertThat(all.get(all.size() - 1).holds(first.plusDays(more))).isTrue();
    }

    @Property(tries = 200)
    void moreSpendNeverEarnsLessByBands(
            @ForAll @IntRange(max = 40_000_000) int cents, @ForAll @IntRange(max = 1_000_000) int more) {
        Bands bands = new Bands(
                List.of(band(null, "100000", "0"), band("100000", "200000", "2"), band("200000", null, "5")), true);
        assertThat(bands.on(BigDecimal.valueOf(cents + more, 2)).orElseThrow())
                .isGreaterThanOrEqualTo(bands.on(BigDecimal.valueOf(cents, 2)).orElseThrow());
    }

    /** What was spent so far, what more is asked for, and the rebate now and then. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        153000    | on all  | USD 47000.00 | USD 3060.00 | USD 10000.00
        153000    | by band | USD 47000.00 | USD 1060.00 | USD 2000.00
        199999.99 | on all  | USD 0.01     | USD 4000.00 | USD 10000.00
        99999.99  | on all  | USD 0.01     | USD 0.00    | USD 2000.00
        50000     | by band | -            | -           | -
        200000    | on all  | -            | -           | -
        """)
    void tellsWhatReachingTheNextBandOfTheRunningYearPays(
            String spend, String how, String more, String now, String then) {
        ContractFamily family = family(
                TenantRole.BUYER,
                "a calendar year",
                lever(LeverType.REBATE, List.of(bands()), how.equals("on all") ? ON_ALL : BY_BAND));
        List<Scenario> cliffs = TierCliff.of(new Dossier(
                family,
                Facts.of(List.of(bought("1", "2025-02-03", spend, "Cans"), bought("2", "2024-11-05", "9", "Cans"))),
                LocalDate.of(2025, 9, 30)));

        if (more == null) {
            assertThat(cliffs).isEmpty();
        } else {
            assertThat(cliffs).singleElement().satisfies(cliff -> {
                assertThat(cliff.title()).startsWith("Spend " + more + " more by 2025-12-31");
                assertThat(cliff.now()).hasToString(now);
                assertThat(cliff.then()).hasToString(then);
                assertThat(cliff.workings()).isNotEmpty();
            });
        }
    }
}
