package io.recital.models.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.recital.models.governance.CorrectiveAction.State;
import io.recital.models.governance.Risk.Level;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsTest {
    private static final UUID OTHER = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2026, 5, 31);

    private static CorrectiveAction action(@Nullable LocalDate done) {
        return new CorrectiveAction(
                OTHER, "Second crane", Side.THEIRS, "P. Holm", DAY.minusDays(30), DAY, done, null, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "         , 2026-05-31, OPEN",
        "         , 2026-06-01, OVERDUE",
        "2026-05-31, 2026-06-10, DONE",
        "2026-06-01, 2026-06-10, DONE_LATE",
        "2026-06-05, 2026-06-04, OVERDUE"
    })
    void anActionIsInTimeUpToItsDay(@Nullable LocalDate done, LocalDate asOf, State state) {
        assertThat(action(done).stateOn(asOf)).isEqualTo(state);
    }

    @Test
    void anActionCannotBeDoneBeforeItWasAgreed() {
        assertThatIllegalArgumentException().isThrownBy(() -> action(DAY.minusDays(31)));
    }

    @ParameterizedTest
    @CsvSource({"1,5,LOW", "2,3,MEDIUM", "3,5,HIGH", "5,5,HIGH", "2,7,", "0,1,"})
    void aRiskIsRatedByLikelihoodTimesImpact(int likelihood, int impact, @Nullable Level level) {
        if (level == null) {
            assertThatIllegalArgumentException().isThrownBy(() -> risk(likelihood, impact));
        } else {
            assertThat(risk(likelihood, impact).rating()).isEqualTo(likelihood * impact);
            assertThat(risk(likelihood, impact).level()).isEqualTo(level);
        }
    }

    private static Risk risk(int likelihood, int impact) {
        return new Risk(OTHER, "Strike", likelihood, impact, "P. Holm", "Stock", DAY, DAY.plusDays(10), null);
    }

    @Test
    void aReviewOfARiskIsOverdueTheDayAfter() {
        assertThat(risk(1, 1).isReviewOverdueOn(DAY.plusDays(10))).isFalse();
        assertThat(risk(1, 1).isReviewOverdueOn(DAY.plusDays(11))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN     ,           , 2026-05-30, false",
        "OPEN     ,           , 2026-05-31, true",
        "UPHELD   , 2026-06-05, 2026-06-09, true",
        "CORRECTED, 2026-06-05, 2026-06-04, true",
        "CORRECTED, 2026-06-05, 2026-06-05, false",
        "REJECTED , 2026-06-05, 2026-06-09, false"
    })
    void aDisputeStandsUntilItIsSettledOrTheRowIsCorrected(
            Dispute.State state, @Nullable LocalDate settledOn, LocalDate asOf, boolean stands) {
        Dispute dispute = new Dispute(OTHER, "M-1", Side.THEIRS, "P. Holm", "Wrong clock", DAY, state, settledOn);

        assertThat(dispute.standsOn(asOf)).isEqualTo(stands);
        Governance kept = new Governance(
                List.of(new Recorded<>(UUID.randomUUID(), 1, dispute, "P. Holm", Instant.EPOCH)), List.of());
        assertThat(kept.disputedRowsOn(asOf)).isEqualTo(stands ? Map.of("measurement:M-1", DAY) : Map.of());
    }

    @Test
    void onlyAnOpenDisputeHasNoDayOfSettlement() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dispute(OTHER, "M-1", Side.OURS, "A", "b", DAY, Dispute.State.REJECTED, null));
    }

    @Test
    void aMeetingMissesTheReportThatDidNotComeInTime() {
        Meeting.DueReport report = new Meeting.DueReport("Service report", DAY, null);

        assertThat(report.isMissingOn(DAY)).isFalse();
        assertThat(report.isMissingOn(DAY.plusDays(1))).isTrue();
        assertThat(new Meeting.DueReport("Service report", DAY, DAY.plusDays(3)).isMissingOn(DAY.plusDays(3)))
                .isFalse();
    }

    @Test
    void bandsOfAGainShareRise() {
        Money ten = Money.parse("EUR 10.00");
        BigDecimal half = new BigDecimal("50");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> share(List.of(
                        new GainShare.Band(ten, half), new GainShare.Band(ten, half), new GainShare.Band(null, half))));
        assertThatIllegalArgumentException().isThrownBy(() -> share(List.of(new GainShare.Band(ten, half))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> share(List.of(
                        new GainShare.Band(ten, half),
                        new GainShare.Band(Money.parse("USD 20.00"), half),
                        new GainShare.Band(null, half))));
    }

    private static GainShare share(List<GainShare.Band> bands) {
        return new GainShare(
                OTHER,
                OTHER,
                "Savings",
                new io.recital.models.fact.Period(DAY, DAY.plusDays(1)),
                null,
                null,
                bands,
                null,
                null);
    }

    @Test
    void efficiencyIsNotShownByInvoices() {
        Objective.Baseline claims = new Objective.Baseline(Objective.Basis.SETTLED_CLAIMS, null, null, null, "Board");

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Objective("Faster", "P. Holm", Objective.Aim.EFFICIENCY, DAY, null, claims, List.of()));
    }

    @Property
    void weightsComeToAHundred(@ForAll @IntRange(min = -20, max = 120) int measures) {
        Map<ScorePart, Integer> weights = Map.of(ScorePart.MEASURES, measures, ScorePart.DUTIES, 100 - measures);

        if (measures < 0 || measures > 100) {
            assertThatIllegalArgumentException().isThrownBy(() -> new ScoreWeights(DAY, weights, "P. Holm"));
        } else {
            ScoreWeights made = new ScoreWeights(DAY, weights, "P. Holm");
            assertThat(made.of(ScorePart.MEASURES) + made.of(ScorePart.DUTIES)).isEqualTo(100);
            assertThat(made.of(ScorePart.ACTIONS)).isZero();
        }
    }

    @Test
    void weightsThatDoNotComeToAHundredAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreWeights(DAY, Map.of(ScorePart.MEASURES, 99), "P. Holm"));
    }
}
