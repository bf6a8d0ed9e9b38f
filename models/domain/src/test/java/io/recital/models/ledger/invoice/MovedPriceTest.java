package io.recital.models.ledger.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.IndexValue;
import io.recital.models.family.FamilyInWords;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.lever.LeverTerm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovedPriceTest {
    private static final String RULE =
            "The base value is 800. The average of the price over three months, ending two months before the quarter, counts. If it deviates by more than 4%, the price moves by 50% of the deviation, at most by 10%.";

    private static Optional<MovedPrice> read(String words) {
        CommercialLever lever = new CommercialLever(
                LeverType.PRICE_ADJUSTMENT,
                List.of(new LeverParameter(
                        Name.FREQUENCY, new TypedValue.Length(new TimeSpan(1, TimeSpan.Unit.QUARTERS)))));
        Finding finding = FamilyInWords.finding("S-1", lever, words);
        FamilyMember member = new FamilyInWords(TenantRole.BUYER)
                .with("S-1", "agreement", "2025-01-01", finding)
                .build()
                .members()
                .get(0);
        return MovedPrice.of(
                new LeverTerm(lever, finding, member, List.of()), "LDPE film", new BigDecimal("50"), BigDecimal.TEN);
    }

    private static IndexValue value(String month, String value) {
        return new IndexValue(
                "V-" + month,
                "LDPE film",
                YearMonth.parse(month),
                new BigDecimal(value),
                LocalDate.parse(month + "-28"));
    }

    /** For the quarter from 1 July 2025 the months of February to April count. */
    @ParameterizedTest
    @CsvSource({
        "800, 800, 800, 1.0000",
        "832, 832, 832, 1.0000", // exactly 4 %
        "832, 832, 833, 1.0202", // 4.04 %: half of the whole deviation
        "768, 768, 768, 1.0000",
        "760, 760, 760, 0.9750",
        "960, 960, 960, 1.1000", // exactly the limit
        "990, 990, 990, 1.1000",
        "600, 600, 600, 0.9000",
    })
    void movesByAShareOfTheWholeDeparture(String one, String two, String three, BigDecimal factor) {
        List<IndexValue> published = List.of(
                value("2025-02", one), value("2025-03", two), value("2025-04", three), value("2025-05", "9999"));

        assertThat(read(RULE)
                        .orElseThrow()
                        .from(LocalDate.of(2025, 7, 1), published)
                        .orElseThrow()
                        .value()
                        .setScale(4, RoundingMode.HALF_UP))
                .isEqualByComparingTo(factor);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        The base value is 800. The average of the three months preceding the quarter counts. | true
        The average over three months, ending two months before the quarter, counts.         | false
        The base value is 800. The price follows the market.                                 | false
        The base value is 800. The average of the three months preceding the quarter counts; the price moves by the part above 4% only. | false
        """)
    void isReadWholeOrNotAtAll(String words, boolean read) {
        assertThat(read(words).isPresent()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"2025-02", "2025-04"})
    void needsEachMonth(String missing) {
        List<IndexValue> published =
                List.of(value(missing.equals("2025-02") ? "2025-01" : "2025-02", "900"), value("2025-03", "900"));
        MovedPrice rule = read(RULE).orElseThrow();

        assertThat(rule.from(LocalDate.of(2025, 7, 1), published)).isEmpty();
        assertThat(rule.missing(LocalDate.of(2025, 7, 1))).contains("2025-02, 2025-03, 2025-04");
    }
}
