package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.maturity.Assessment;
import io.recital.models.maturity.Criterion;
import io.recital.models.maturity.Indicator;
import io.recital.models.maturity.MaturityEvidence;
import io.recital.models.maturity.Share;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class JdbcMaturityTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate LATER = LocalDate.of(2200, 1, 1);

    private final JdbcMaturity maturity = SharedDatabase.repositories().maturity();
    private final UUID tenant = SharedDatabase.newTenant();

    private <T> T inTenant(Supplier<T> work) {
        return SharedDatabase.get().tenancy().call(tenant, work);
    }

    private void run(Runnable work) {
        SharedDatabase.get().tenancy().run(tenant, work);
    }

    private static Assessment assessment(LocalDate day, long measured, boolean owners) {
        return Assessment.of(
                new MaturityEvidence(
                        Map.of(Indicator.MEASURES_MEASURED, new Share(measured, 10)), Map.of(Criterion.OWNERS, owners)),
                day);
    }

    @Test
    void theLatestAnswerToEachQuestionCounts() {
        run(() -> maturity.answer(Criterion.OWNERS, false, "head of contracts"));
        run(() -> maturity.answer(Criterion.OWNERS, true, "head of contracts"));
        run(() -> maturity.answer(Criterion.REVIEWS, false, "head of contracts"));

        assertThat(inTenant(() -> maturity.answers(LATER)))
                .isEqualTo(Map.of(Criterion.OWNERS, true, Criterion.REVIEWS, false));
        assertThat(inTenant(() -> maturity.answers(DAY.minusYears(20)))).isEmpty();
    }

    @Test
    void keepsAnAssessmentOnlyWhenItSaysSomethingNew() {
        run(() -> maturity.keep(assessment(DAY, 4, true)));
        run(() -> maturity.keep(assessment(DAY.plusDays(1), 4, true)));
        run(() -> maturity.keep(assessment(DAY.plusDays(2), 5, true)));

        assertThat(inTenant(maturity::history))
                .containsExactly(assessment(DAY, 4, true), assessment(DAY.plusDays(2), 5, true));
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        run(() -> maturity.answer(Criterion.OWNERS, true, "head of contracts"));
        run(() -> maturity.keep(assessment(DAY, 4, true)));
        UUID stranger = SharedDatabase.newTenant();

        assertThat(SharedDatabase.get().tenancy().call(stranger, () -> maturity.answers(LATER)))
                .isEmpty();
        assertThat(SharedDatabase.get().tenancy().call(stranger, maturity::history))
                .isEmpty();
    }
}
