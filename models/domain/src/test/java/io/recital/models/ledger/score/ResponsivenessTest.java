package io.recital.models.ledger.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.Counterparty;
import io.recital.models.fact.Facts;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily;
import io.recital.models.governance.CorrectiveAction;
import io.recital.models.governance.Governance;
import io.recital.models.governance.Recorded;
import io.recital.models.governance.ScorePart;
import io.recital.models.governance.ScoreWeights;
import io.recital.models.governance.Side;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Ledger;
import io.recital.models.maturity.Share;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How fast a counterparty does what was agreed to make things better. */
class ResponsivenessTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Period YEAR = new Period(DAY.minusYears(1).plusDays(1), DAY);
    private static final Counterparty COUNTERPARTY =
            new Counterparty(UUID.randomUUID(), "Harlow Cranes Limited", List.of(), null);

    private static CorrectiveAction action(Side side, LocalDate agreed, LocalDate due, @Nullable LocalDate done) {
        return new CorrectiveAction(
                COUNTERPARTY.id(), "Second crane driver", side, "R. Okafor", agreed, due, done, null, null, null);
    }

    private static Map<ScorePart, Share> parts(CorrectiveAction... actions) {
        Standing standing = new Standing(
                new Dossier(new ContractFamily(COUNTERPARTY, List.of(), List.of()), Facts.of(List.of()), DAY),
                new Ledger(List.of()));
        List<Recorded<?>> records = Arrays.stream(actions)
                .<Recorded<?>>map(action -> new Recorded<>(UUID.randomUUID(), 1, action, "M. Sand", Instant.EPOCH))
                .toList();
        return PerformanceScore.of(standing, new Governance(records, List.of()), List.of(YEAR))
                .get(0)
                .parts();
    }

    @ParameterizedTest(name = "agreed {0}, due {1}, done {2}: {3} of {4} days")
    @CsvSource({
        "2026-05-01, 2026-05-10, 2026-05-10, 10, 10",
        "2026-05-01, 2026-05-10, 2026-05-03, 10, 10", // early is no more than in time
        "2026-05-01, 2026-05-10, 2026-05-20, 10, 20", // twice as long
        "2026-05-01, 2026-05-01, 2026-05-01,  1,  1",
        "2026-05-01, 2026-05-01, 2026-05-02,  1,  2",
        "2026-06-01, 2026-06-10, ,           10, 30", // not done so far
        "2026-06-01, 2026-06-10, 2026-07-15, 10, 30", // done later than the day of the question
    })
    void theDaysAgreedAreHeldAgainstTheDaysTaken(
            LocalDate agreed, LocalDate due, @Nullable LocalDate done, long of, long taken) {
        assertThat(parts(action(Side.THEIRS, agreed, due, done)))
                .containsEntry(ScorePart.RESPONSIVENESS, new Share(of, taken));
    }

    @Test
    void ownActionsAndThoseThatAreNotDueSayNothing() {
        assertThat(parts(
                        action(Side.OURS, DAY.minusDays(40), DAY.minusDays(20), null),
                        action(Side.THEIRS, DAY.minusDays(10), DAY.plusDays(20), null)))
                .doesNotContainKeys(ScorePart.RESPONSIVENESS, ScorePart.ACTIONS);
    }

    @Property
    void itIsWholeExactlyWhereTheActionWasInTime(
            @ForAll @IntRange(min = 0, max = 200) int days, @ForAll @IntRange(min = 0, max = 300) int taken) {
        LocalDate agreed = DAY.minusDays(300);
        Map<ScorePart, Share> parts = parts(action(Side.THEIRS, agreed, agreed.plusDays(days), agreed.plusDays(taken)));

        assertThat(parts.get(ScorePart.RESPONSIVENESS))
                .isNotNull()
                .satisfies(share -> assertThat(share.count() == share.of()).isEqualTo(taken <= days));
        assertThat(parts.get(ScorePart.ACTIONS)).isEqualTo(new Share(taken <= days ? 1 : 0, 1));
    }

    @Test
    void weightsOfBeforeThesePartsCountAsTheyDid() {
        ScoreWeights before = new ScoreWeights(
                DAY,
                Map.of(ScorePart.MEASURES, 45, ScorePart.DUTIES, 27, ScorePart.INVOICES, 18, ScorePart.ACTIONS, 10),
                "M. Sand");
        PerformanceScore score = new PerformanceScore(
                YEAR,
                before,
                Map.of(
                        ScorePart.MEASURES, new Share(9, 10),
                        ScorePart.CREDITS, new Share(0, 4),
                        ScorePart.RESPONSIVENESS, new Share(1, 9)));

        assertThat(before.of(ScorePart.CREDITS)).isZero();
        assertThat(score.value()).contains(new BigDecimal("90.0"));
    }
}
