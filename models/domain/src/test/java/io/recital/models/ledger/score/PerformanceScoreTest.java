package io.recital.models.ledger.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.Counterparty;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.ContractFamily;
import io.recital.models.governance.Governance;
import io.recital.models.governance.ScorePart;
import io.recital.models.governance.ScoreWeights;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Ledger;
import io.recital.models.maturity.Share;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class PerformanceScoreTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Period YEAR = new Period(DAY.minusYears(1).plusDays(1), DAY);

    private static PerformanceScore score(Map<ScorePart, Share> parts) {
        return new PerformanceScore(YEAR, ScoreWeights.DEFAULT, parts);
    }

    @Test
    void aPartCountsByItsWeight() {
        assertThat(score(Map.of(
                                ScorePart.MEASURES, new Share(9, 10),
                                ScorePart.DUTIES, new Share(1, 2),
                                ScorePart.INVOICES, new Share(100, 100)))
                        .value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("80.0"));
    }

    @Test
    void whatIsUnknownCountsNeitherWay() {
        PerformanceScore score = score(Map.of(ScorePart.MEASURES, new Share(2, 3)));

        assertThat(score.value()).hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("66.7"));
        assertThat(score.unknown())
                .containsExactly(
                        ScorePart.DUTIES,
                        ScorePart.INVOICES,
                        ScorePart.CREDITS,
                        ScorePart.ACTIONS,
                        ScorePart.RESPONSIVENESS);
    }

    @Test
    void withoutFactsThereIsNoScore() {
        Dossier empty = dossier(List.of());

        PerformanceScore score = PerformanceScore.of(standing(empty), Governance.NONE, List.of(YEAR))
                .get(0);

        assertThat(score.value()).isEmpty();
        assertThat(score.unknown()).containsExactly(ScorePart.values());
    }

    @Test
    void invoicesOutsideTheWindowDoNotCount() {
        Dossier dossier = dossier(List.of(line("1", DAY), line("2", DAY.minusYears(1))));

        PerformanceScore score = PerformanceScore.of(standing(dossier), Governance.NONE, List.of(YEAR))
                .get(0);

        assertThat(score.parts()).containsOnly(Map.entry(ScorePart.INVOICES, new Share(1, 1)));
    }

    private static Standing standing(Dossier dossier) {
        return new Standing(dossier, new Ledger(List.of()));
    }

    private static Dossier dossier(List<InvoiceLine> lines) {
        Counterparty counterparty = new Counterparty(UUID.randomUUID(), "Harlow Cranes Limited", List.of(), null);
        return new Dossier(new ContractFamily(counterparty, List.of(), List.of()), Facts.of(lines), DAY);
    }

    private static InvoiceLine line(String id, LocalDate day) {
        return new InvoiceLine(
                id,
                "INV-" + id,
                1,
                Direction.RECEIVED,
                new VendorReference("V1", "Harlow Cranes Limited"),
                day,
                day,
                null,
                null,
                null,
                "HC/1",
                "",
                "Crane",
                "",
                BigDecimal.ONE,
                "day",
                BigDecimal.TEN,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                CurrencyUnit.of("GBP"),
                null);
    }
}
