package io.recital.models.ledger.invoice;

import static io.recital.models.ledger.invoice.Invoiced.claims;
import static io.recital.models.ledger.invoice.Invoiced.day;
import static io.recital.models.ledger.invoice.Invoiced.index;
import static io.recital.models.ledger.invoice.Invoiced.lever;
import static io.recital.models.ledger.invoice.Invoiced.line;
import static io.recital.models.ledger.invoice.Invoiced.missing;
import static io.recital.models.ledger.invoice.Invoiced.rates;
import static io.recital.models.ledger.invoice.Invoiced.run;
import static io.recital.models.ledger.invoice.Invoiced.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.IndexValue;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFormulaTest {
    private static final String WORDS =
            "The price is P = P0 x (0.25 + 0.45 x S1/S0 + 0.30 x E1/E0), where S is the Steel Scrap Index and E is the"
                    + " Electricity Price Index, S0 = 200 and E0 = 80.0, each for the second month before the quarter.";

    private static final List<IndexValue> VALUES = List.of(
            index("Steel Scrap Index", "2026-02", "220"),
            index("Electricity Price Index", "2026-02", "76.0"),
            index("Steel Scrap Index", "2026-03", "400"),
            index("Electricity Price Index", "2026-03", "160"));

    private static BigDecimal factor(String words) {
        return PriceFormula.of(words)
                .flatMap(formula -> formula.from(LocalDate.of(2026, 4, 1), VALUES))
                .map(PriceFormula.Factor::value)
                .map(BigDecimal::stripTrailingZeros)
                .orElse(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        = P0 x (0.25 + 0.45 x S1/S0 + 0.30 x E1/E0)     | 1.03
        = P₀ × [0.25 + 0.45 · (S₁/S₀) + 0.30 · (E₁/E₀)] | 1.03
        = P0 * (0,25 + 0,45 S/S0 + 0,30 E/E0)           | 1.03
        = P0 x (0.30 E1/E0 + 0.25 + 0.45 S1/S0)         | 1.03
        = P0 x (0.25 + 0.45 x S1/S0 + 0.40 x E1/E0)     | 0
        = P0 x (0.25 + 0.45 x S1/S0 + max(E1/E0, 1))    | 0
        = P0 x (0.25 + 0.45 x S1/E0 + 0.30 x E1/E0)     | 0
        increased by the change of the index            | 0
        """)
    void readsAFormulaThatItUnderstandsToTheLastTerm(String formula, String factor) {
        assertThat(factor(WORDS.replace("= P0 x (0.25 + 0.45 x S1/S0 + 0.30 x E1/E0)", formula)))
                .isEqualByComparingTo(factor);
    }

    @ParameterizedTest
    @CsvSource({
        "the second month before the quarter, 1.03",
        "the month preceding the quarter, 1.75",
        "two months before the quarter, 1.03",
        "the average of the second month before the quarter and the first, 0",
        "the third month before the quarter, 0",
        "the quarter, 0",
    })
    void takesTheMonthThatTheClauseNamesOrNone(String month, String factor) {
        assertThat(factor(WORDS.replace("the second month before the quarter", month)))
                .isEqualByComparingTo(factor);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        F = 0.25 + 0.45 × S / 200 + 0.30 × E / 80, where S is the Steel Scrap Index and E is the Electricity Price Index of the second month before | 1.03
        F = 0.25 + 0.45 S/200 + 0.30 E/80. S is the Steel Scrap Index and E is the Electricity Price Index of the second month before. F is rounded to one decimal | 1.03
        P = P0 × (1 + 0.5 × (S − S0)/S0), S is the Steel Scrap Index of the second month before, S0 = 200 | 1.05
        P = Base Price × (0.4 + 0.6 × S/S0), S is the Steel Scrap Index of the second month before, S0 = 200 | 1.06
        The price is 20.00 multiplied by the Steel Scrap Index of the second month before and divided by 200 | 1.1
        The price is 20.00 multiplied by the Steel Scrap Index of the second month before and divided by 200, but never changed by more than 4% against the base price | 1.04
        The price is 20.00 multiplied by the Steel Scrap Index of the second month before and divided by 200, but never changed by more than 4% a year | 0
        F = 0.25 + 0.45 × S / 200 + 0.30 × E / 80, S is the Steel Scrap Index and E is the Electricity Price Index of the second month before. If F lies between 0.960 and 1.040 the base prices apply | 1
        F = 0.25 + 0.45 × S / 200 + 0.30 × E / 80, S is the Steel Scrap Index and E is the Electricity Price Index of the second month before. If F lies between 0.980 and 1.020 the base prices apply | 1.03
        F = 0.245 + 0.455 × S / 200 + 0.30 × E / 81, rounded to three decimals, S is the Steel Scrap Index and E is the Electricity Price Index of the second month before | 1.027
        new price = price of Annex 2 × (0.60 + 0.40 × index new / index base). Index is the Steel Scrap Index; the base is the value for April 2025, index base = 200, of the second month before | 1.04
        New Price = Base Price x (0.4 + 0.6 x Current Index / Base Index), where the Index is the Steel Scrap Index and Base Index = 200, for the second month before | 1.06
        the price is = agreed rate × (Current Index / Base Index), the Base Index is 200, Index means the Steel Scrap Index for the second month before | 1.1
        new fee = fee in Schedule 1 × (Current Index / Base Index); the Base Index is 200 | 0
        F = 1 - 0.45 × S / 200, where S is the Steel Scrap Index of the second month before | 0
        """)
    void readsFormulasInOtherSignsAndInWords(String words, String factor) {
        assertThat(factor(words)).isEqualByComparingTo(factor);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        the mean of the three calendar months that end one month before the quarter | 2026-05-01 | 2026-01, 2026-02, 2026-03
        the average of the preceding calendar quarter | 2026-04-01 | 2026-01, 2026-02, 2026-03
        the average for the two months preceding the quarter | 2026-04-01 | 2026-02, 2026-03
        the previous month | 2026-04-01 | 2026-03
        the preceding October | 2026-04-01 | 2025-10
        the value for January (for 1 March) or July (for 1 September) | 2026-03-01 | 2026-01
        the value for January (for 1 March) or July (for 1 September) | 2026-09-01 | 2026-07
        the last January or July | 2026-04-01 | 2026-01
        the mean of the quarter |2026-04-01 |
        """)
    void knowsWhichMonthsCount(String words, String day, @Nullable String months) {
        assertThat(IndexMonths.of(words).stream()
                        .flatMap(found -> found.before(LocalDate.parse(day)).stream())
                        .map(YearMonth::toString))
                .isEqualTo(months == null ? List.of() : List.of(months.split(", ")));
    }

    @Test
    void takesTheFirstValuesFromTheMonthThatTheClauseNames() {
        String named =
                "P = P0 x (0.25 + 0.45 x S1/S0 + 0.30 x E1/E0). S is the Steel Scrap Index and E the Electricity Price"
                        + " Index, each for the February before (S1, E1) and for February 2025 (S0, E0).";
        List<IndexValue> values = List.of(
                VALUES.get(0),
                VALUES.get(1),
                index("Steel Scrap Index", "2025-02", "200"),
                index("Electricity Price Index", "2025-02", "80"));

        assertThat(PriceFormula.of(named)
                        .flatMap(formula -> formula.from(LocalDate.of(2026, 4, 1), values))
                        .map(PriceFormula.Factor::value)
                        .orElseThrow())
                .isEqualByComparingTo("1.03");
        assertThat(PriceFormula.of(named).flatMap(formula -> formula.from(LocalDate.of(2026, 4, 1), VALUES)))
                .isEmpty();
    }

    private static ContractFamily family(String words) {
        return new FamilyInWords(TenantRole.BUYER)
                .with(
                        "MASTER",
                        "supply agreement",
                        "2026-01-01",
                        rates("MASTER", "EUR", "coil", null, "Cold coil 8", "1500.00"),
                        lever(
                                "MASTER",
                                LeverType.PRICE_ADJUSTMENT,
                                List.of(span(Name.FREQUENCY, 1, TimeSpan.Unit.QUARTERS), day(Name.FROM, "2026-04-01")),
                                words))
                .build();
    }

    private static List<Outcome> charged(String words, String date, String price) {
        return run(
                new RateCheck(),
                family(words),
                line("1", date)
                        .of("", "Cold coil 8, lot 40")
                        .at("2", "coil", price)
                        .in("EUR"),
                VALUES.get(0),
                VALUES.get(1));
    }

    @Test
    void holdsInvoicesAgainstThePriceOfTheQuarter() {
        assertThat(charged(WORDS, "2026-03-31", "1500.00")).isEmpty();
        assertThat(charged(WORDS, "2026-04-01", "1545.00")).isEmpty();
        assertThat(claims(charged(WORDS, "2026-04-01", "1545.01"))).containsExactly("indexation EUR 0.02");
        assertThat(missing(charged(WORDS.replace("S0 = 200", "S0 as agreed"), "2026-04-01", "1600.00")))
                .isEmpty();
        assertThat(claims(charged(WORDS.replace("second month", "third month"), "2026-04-01", "1600.00")))
                .isEmpty();
        assertThat(missing(charged(WORDS.replace("second month", "third month"), "2026-04-01", "1600.00")))
                .singleElement()
                .asString()
                .contains("2026-01", "Steel Scrap Index");
    }

    @Property(tries = 100)
    void valuesAsTheyWereGiveTheBasePrice(@ForAll @BigRange(min = "1", max = "900") @Scale(2) BigDecimal value) {
        String words = WORDS.replace("S0 = 200", "S0 = " + value).replace("E0 = 80.0", "E0 = " + value);
        assertThat(PriceFormula.of(words)
                        .flatMap(formula -> formula.from(
                                LocalDate.of(2026, 4, 1),
                                List.of(
                                        index("Steel Scrap Index", "2026-02", value.toString()),
                                        index("Electricity Price Index", "2026-02", value.toString()))))
                        .map(PriceFormula.Factor::value)
                        .orElseThrow())
                .isEqualByComparingTo(BigDecimal.ONE);
    }
}
