package io.recital.models.ledger.measure;

import static io.recital.models.ledger.measure.MeasureInWords.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Direction;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class CreditPropertyTest {
    private static final ContractFamily FAMILY = new FamilyInWords(TenantRole.BUYER)
            .with("AG-7", "agreement", "2025-01-01", measure("A1", "Uptime"), measure("A2", "Mail relay"))
            .build();

    private static Finding measure(String code, String name) {
        return new MeasureInWords(name, "99.5")
                .credit("98", "99.5", percent("4"))
                .credit(null, "98", percent("9"))
                .cap(percent("11"))
                .claimed(30)
                .words(
                        code,
                        "Credits are a percentage of the Hosting Fee.",
                        "Results are cut off after two decimal places.",
                        "Together they shall not exceed 11% of the Hosting Fee.")
                .in("AG-7");
    }

    private static Optional<CreditDue> due(int one, int other, long pence) {
        BigDecimal fee = BigDecimal.valueOf(pence, 2);
        YearOfFacts facts = new YearOfFacts("AG-7", Direction.RECEIVED)
                .invoiced("HST", "Hosting fee", "2025-03", fee.toPlainString())
                .measured("A1", "2025-03", String.valueOf(one), "10000", "2025-04-02")
                .measured("A2", "2025-03", String.valueOf(other), "10000", "2025-04-02");
        Dossier dossier = new Dossier(FAMILY, facts.build(), LocalDate.parse("2025-04-20"));
        return CreditDues.of(dossier, MeasureResults.of(dossier)).dues().stream()
                .findFirst();
    }

    @Property(tries = 100)
    void creditsNeverPassTheirCap(
            @ForAll @IntRange(max = 10_000) int one,
            @ForAll @IntRange(max = 10_000) int other,
            @ForAll @LongRange(min = 1, max = 10_000_000_00L) long pence) {
        BigDecimal most = BigDecimal.valueOf(pence * 11, 4).setScale(2, RoundingMode.HALF_UP);

        due(one, other, pence).ifPresent(due -> {
            assertThat(due.due().getAmount()).isLessThanOrEqualTo(most);
            assertThat(due.due().getAmount())
                    .isLessThanOrEqualTo(due.beforeCap().getAmount());
            assertThat(due.open().isNegative()).isFalse();
        });
    }

    @Property(tries = 100)
    void aWorseMonthNeverEarnsLess(
            @ForAll @IntRange(max = 9_999) int worse,
            @ForAll @IntRange(max = 10_000) int other,
            @ForAll @IntRange(min = 1, max = 500) int better) {
        BigDecimal low = amount(due(worse, other, 1_234_567));
        BigDecimal high = amount(due(Math.min(10_000, worse + better), other, 1_234_567));

        assertThat(low).isGreaterThanOrEqualTo(high);
    }

    @Property(tries = 100)
    void theExactTargetIsMetWhateverTheSize(@ForAll @IntRange(min = 1, max = 5_000) int size) {
        YearOfFacts facts = new YearOfFacts("AG-7", Direction.RECEIVED)
                .measured("A1", "2025-03", String.valueOf(199L * size), String.valueOf(200L * size), "2025-04-02");
        Dossier dossier = new Dossier(FAMILY, facts.build(), LocalDate.parse("2025-04-20"));

        assertThat(MeasureResults.of(dossier))
                .singleElement()
                .satisfies(result -> assertThat(result.state()).isEqualTo(MeasureResult.State.MET));
    }

    private static BigDecimal amount(Optional<CreditDue> due) {
        return due.map(found -> found.due().getAmount()).orElse(BigDecimal.ZERO);
    }
}
