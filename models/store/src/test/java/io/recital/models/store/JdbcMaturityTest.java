package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.maturity.Criterion;
import io.recital.models.maturity.MaturityAnswer;
import java.time.LocalDate;
import java.util.List;
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

    @Test
    void theLatestAnswerToEachQuestionCounts() {
        run(() -> maturity.answer(Criterion.OWNERS, false, "head of contracts"));
        run(() -> maturity.answer(Criterion.OWNERS, true, "head of contracts"));
        run(() -> maturity.answer(Criterion.REVIEWS, false, "head of contracts"));

        List<MaturityAnswer> all = inTenant(maturity::listAnswers);
        assertThat(MaturityAnswer.on(LATER, all)).isEqualTo(Map.of(Criterion.OWNERS, true, Criterion.REVIEWS, false));
        assertThat(MaturityAnswer.on(DAY.minusYears(20), all)).isEmpty();
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        run(() -> maturity.answer(Criterion.OWNERS, true, "head of contracts"));
        UUID stranger = SharedDatabase.newTenant();

        assertThat(SharedDatabase.get().tenancy().call(stranger, maturity::listAnswers))
                .isEmpty();
    }
}
