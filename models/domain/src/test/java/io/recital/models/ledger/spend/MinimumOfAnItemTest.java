package io.recital.models.ledger.spend;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.fact.Purchase;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TimeSpan.Unit;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Minimums of single items: counted in the units of the facts, charged by lots or by the item's price, and what lessens them. */
class MinimumOfAnItemTest {
    private static final VendorReference OTHER = new VendorReference("V-1", "Other Side");
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final Period YEAR = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

    private static LeverParameter of(Name name, TypedValue value) {
        return new LeverParameter(name, value);
    }

    private static TypedValue quantity(String number, String unit) {
        return new TypedValue.Quantity(new BigDecimal(number), unit);
    }

    private static TypedValue euros(String amount) {
        return new TypedValue.Amount(BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount)));
    }

    private static TypedValue percent(String number) {
        return new TypedValue.Percent(new BigDecimal(number));
    }

    private static Finding minimum(String item, String number, String unit, TypedValue rate, String... words) {
        return FamilyInWords.finding(
                "A-1",
                new CommercialLever(
                        LeverType.MINIMUM_COMMITMENT,
                        List.of(
                                of(Name.VOLUME, quantity(number, unit)),
                                of(Name.ITEM, new TypedValue.Text(item)),
                                of(Name.RATE, rate),
                                of(Name.FREQUENCY, new TypedValue.Length(new TimeSpan(1, Unit.YEARS))))),
                words);
    }

    private static Finding list(String item, String price, String unit) {
        return FamilyInWords.finding(
                "A-1",
                new CommercialLever(
                        LeverType.RATE_CARD,
                        List.of(
                                of(Name.ITEM, new TypedValue.Text(item)),
                                of(Name.RATE, euros(price)),
                                of(Name.BASE, new TypedValue.Text(unit)))),
                item + " at " + price);
    }

    private static ContractFamily family(TenantRole role, Finding... findings) {
        return new FamilyInWords(role)
                .with("A-1", "agreement", "2025-01-01", findings)
                .build();
    }

    private static InvoiceLine line(
            TenantRole role,
            String number,
            String day,
            String product,
            String text,
            String quantity,
            String unit,
            String price,
            @Nullable Period service) {
        BigDecimal net = new BigDecimal(quantity).multiply(new BigDecimal(price));
        LocalDate date = LocalDate.parse(day);
        return new InvoiceLine(
                number + "-1",
                number,
                1,
                role == TenantRole.SELLER ? Direction.ISSUED : Direction.RECEIVED,
                OTHER,
                date,
                date,
                null,
                date.plusDays(20),
                net,
                "A-1",
                "",
                text,
                product,
                new BigDecimal(quantity),
                unit,
                new BigDecimal(price),
                net,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                CurrencyUnit.EUR,
                service);
    }

    private static List<Outcome> run(ContractFamily family, List<? extends PerformanceFact> facts) {
        return InvoicesInWords.verified(new MinimumCommitmentCheck().run(new Dossier(family, Facts.of(facts), AS_OF)));
    }

    private static List<String> amounts(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(LedgerEntry.class::isInstance)
                .map(outcome -> ((LedgerEntry) outcome).leakage() + " " + ((LedgerEntry) outcome).amount())
                .toList();
    }

    private static List<PerformanceFact> year(
            TenantRole role, String product, String text, String unit, int... quarters) {
        List<PerformanceFact> lines = new ArrayList<>();
        for (int i = 0; i < quarters.length; i++) {
            String day = LocalDate.of(2025, 2, 10).plusMonths(3L * i).toString();
            lines.add(line(role, product + i, day, product, text, Integer.toString(quarters[i]), unit, "80.00", null));
        }
        return lines;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        For each 500 pieces that are missing it pays 25% of the list price.           | EXPOSURE EUR 50.00
        For every full 2,000 pieces missing it pays 25% of the list price.            | EXPOSURE EUR 40.00
        For every commenced 2,000 pieces that are missing it pays 25% of the list price. | EXPOSURE EUR 80.00
        It pays 25% of the list price of what is missing.                             | EXPOSURE EUR 50.00
        """)
    void takesAShareOfThePriceOfWhatIsMissingInTheUnitsOfTheList(String words, String claimed) {
        ContractFamily family = family(
                TenantRole.BUYER,
                minimum(
                        "Grommet",
                        "10000",
                        "pieces",
                        percent("25"),
                        "At least 10,000 pieces of Grommet in each calendar year.",
                        words),
                list("Grommet", "80.00", "1,000 pieces"));

        assertThat(amounts(run(
                        family,
                        year(TenantRole.BUYER, "G-1", "Grommet", "1000 pcs", 2, 2, 2, 2)
                                .subList(0, 4))))
                .isEqualTo(List.of(claimed.replace("50.00", "40.00").replace("80.00", "40.00")));
        List<PerformanceFact> facts = year(TenantRole.BUYER, "G-1", "Grommet", "1000 pcs", 2, 2, 2, 1);
        facts.add(line(TenantRole.BUYER, "H", "2025-12-01", "G-1", "Grommet", "0.5", "1000 pcs", "80.00", null));
        assertThat(amounts(run(family, facts))).isEqualTo(List.of(claimed));
    }

    @Test
    void countsInPiecesWhatTheContractCountsByItsName() {
        ContractFamily family = family(
                TenantRole.BUYER,
                minimum(
                        "article G-1",
                        "10000",
                        "grommets",
                        percent("25"),
                        "At least 10,000 grommets of article G-1 in each calendar year.",
                        "For the quantity not taken it pays 25% of the price of Annex 1."),
                list("G-1", "80.00", "1,000 pieces"));
        List<PerformanceFact> facts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String day = LocalDate.of(2025, 2, 10).plusMonths(3L * i).toString();
            facts.add(line(TenantRole.BUYER, "G" + i, day, "G-1", "Grommet 5 mm", "2", "1000 pcs", "80.00", null));
        }

        assertThat(amounts(run(family, facts))).containsExactly("EXPOSURE EUR 40.00");
    }

    @Test
    void holdsEachItemAgainstItsOwnMinimum() {
        String words =
                "At least 9 tonnes of resin and 9 tonnes of filler in each calendar year; EUR 12.00 for each tonne missing.";
        ContractFamily family = family(
                TenantRole.BUYER,
                minimum("resin", "9", "tonnes", euros("12.00"), words),
                minimum("filler", "9", "tonnes", euros("12.00"), words));
        List<PerformanceFact> facts = year(TenantRole.BUYER, "R", "Resin", "t", 2, 2, 2, 3);
        facts.addAll(year(TenantRole.BUYER, "F", "Filler", "kg", 2000, 2000, 2000, 2000));

        assertThat(amounts(run(family, facts))).containsExactly("EXPOSURE EUR 12.00");
    }

    private static Purchase order(
            String number, String promised, @Nullable String delivered, String ordered, String received) {
        return new Purchase(
                number,
                OTHER,
                "A-1",
                number,
                "KIT",
                LocalDate.parse(promised).minusDays(30),
                LocalDate.parse(promised),
                delivered == null ? null : LocalDate.parse(delivered),
                new BigDecimal(ordered),
                new BigDecimal(received),
                "kit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        Kits ordered that the seller has not delivered by then are deemed taken.   | 2025-11-30 | -          | -
        Kits ordered that the seller has not delivered by then are deemed taken.   | 2025-11-30 | 2026-01-05 | -
        Kits ordered that the seller has not delivered by then are deemed taken.   | 2026-01-05 | -          | EXPOSURE EUR 70.00
        The minimum is reduced by what the seller declines or is unable to supply. | 2025-11-30 | -          | -
        Nothing else changes the minimum.                                          | 2025-11-30 | -          | EXPOSURE EUR 70.00
        """)
    void countsWhatWasNotDeliveredWhereTheClauseSaysSo(
            String words, String promised, @Nullable String delivered, @Nullable String claimed) {
        ContractFamily family = family(
                TenantRole.BUYER,
                minimum("kits", "20", "kits", euros("7.00"), "At least 20 kits in each calendar year.", words));
        List<PerformanceFact> facts = new ArrayList<>(List.of(
                order("1", "2025-02-01", "2025-02-03", "10", "10"),
                order("2", promised, delivered, "10", delivered == null ? "0" : "10")));
        facts.addAll(year(TenantRole.BUYER, "OTHER", "Other goods", "box", 1, 1, 1, 1));

        assertThat(amounts(run(family, facts))).isEqualTo(claimed == null ? List.of() : List.of(claimed));
    }

    private static ContractEvent outage(String day, String subject) {
        return new ContractEvent(day, OTHER, "A-1", "supply-interruption", subject, LocalDate.parse(day), null, "", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        BUYER  | 9  | RECOVERABLE_OVERPAYMENT EUR 20.00
        BUYER  | 7  | -
        BUYER  | 6  | -
        SELLER | 6  | UNDER_BILLING EUR 10.00
        SELLER | 9  | EXPOSURE EUR 20.00
        SELLER | 7  | -
        """)
    void holdsWhatWasChargedForAShortfallAgainstWhatIsDue(TenantRole role, String tonnes, @Nullable String claimed) {
        ContractFamily family = family(
                role,
                minimum(
                        "brine",
                        "50",
                        "tonnes",
                        euros("10.00"),
                        "In each calendar year at least 50 tonnes of brine, or EUR 10.00 for each tonne short.",
                        "For each full day on which brine cannot be supplied the quantity falls by 1.5 tonnes."));
        List<PerformanceFact> facts = year(role, "BRINE", "Brine", "t", 10, 10, 10, 10);
        facts.add(outage("2025-03-03", "Brine, no supply for the full day"));
        facts.add(outage("2025-03-04", "Brine, no supply for the full day"));
        facts.add(outage("2025-03-05", "Brine, no supply for half a day"));
        facts.add(outage("2025-03-06", "Steam, no supply for the full day"));
        facts.add(
                line(role, "TOP", "2026-02-01", "TOP", "Brine, shortfall of the minimum", tonnes, "t", "10.00", YEAR));

        assertThat(amounts(run(family, facts))).isEqualTo(claimed == null ? List.of() : List.of(claimed));
    }

    @Test
    void saysWhatIsOpenWhereAMinimumFallsInProportion() {
        ContractFamily family = family(
                TenantRole.BUYER,
                minimum(
                        "brine",
                        "50",
                        "tonnes",
                        euros("10.00"),
                        "In each calendar year at least 50 tonnes of brine.",
                        "It is reduced in proportion to the time for which the seller cannot supply."));
        List<PerformanceFact> facts = year(TenantRole.BUYER, "BRINE", "Brine", "t", 10, 10, 10, 10);

        assertThat(amounts(run(family, facts))).containsExactly("EXPOSURE EUR 100.00");
        facts.add(outage("2025-03-03", "Brine, no supply"));
        assertThat(run(family, facts)).isNotEmpty().allMatch(NotCheckable.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "pieces,         1000 pcs, true,  0.001",
        "'1,000 pieces', pcs,      true,  1000",
        "t,              kg,       true,  1000",
        "tonnes,         metric tons, true, 1",
        "kits,           kit,      true,  1",
        "thousand pieces, pc,      true,  1000",
        "kNm³,           kNm3,     true,  1",
        "pallets,        pieces,   false, 1",
    })
    void knowsUnitsByTheirNames(String one, String other, boolean like, BigDecimal each) {
        assertThat(CountedUnit.of(one).isLike(CountedUnit.of(other))).isEqualTo(like);
        if (like) {
            assertThat(CountedUnit.of(one).in(CountedUnit.of(other))).isEqualByComparingTo(each);
        }
    }
}
