package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.models.contract.DocumentVersion;
import io.recital.models.evidence.Sha256;
import io.recital.models.finding.Extraction.FailureCategory;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LlmCall;
import io.recital.models.finding.LlmUse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JdbcLlmCallsTest {
    private static final Sha256 QUESTION = Sha256.of("what does 7.2 say?");
    private static final Sha256 CLAUSE = Sha256.of("7.2 The Supplier shall pay.");

    private final Repositories store = SharedDatabase.repositories();
    private final JdbcLlmCalls calls = store.llmCalls();
    private final UUID tenant = SharedDatabase.newTenant();

    private <T> T inTenant(Supplier<T> work) {
        return SharedDatabase.get().tenancy().call(tenant, work);
    }

    private void run(Runnable work) {
        SharedDatabase.get().tenancy().run(tenant, work);
    }

    private static LlmCall answered(String answer, @Nullable BigMoney cost) {
        return new LlmCall(QUESTION, CLAUSE, FindingKind.LEVER, "small", "1.1", answer, null, 900, 60, cost);
    }

    private static LlmCall failed(FailureCategory failure) {
        return new LlmCall(QUESTION, CLAUSE, FindingKind.LEVER, "small", "1.1", null, failure, 10, 0, null);
    }

    private static BigMoney money(String currency, String amount) {
        return BigMoney.of(CurrencyUnit.of(currency), new BigDecimal(amount));
    }

    private DocumentVersion document(String name) {
        return inTenant(() -> store.documents()
                .receive(NewDocument.of(name), store.originals().store(Samples.bytes(name)))
                .document());
    }

    private JobItem item(String name) {
        UUID job = inTenant(() -> store.jobs()
                .create(List.of(new JobItem.Waiting(
                        NewDocument.of(name), store.originals().store(Samples.bytes(name))))));
        return inTenant(() -> store.jobs().claimNext(job)).orElseThrow();
    }

    @Test
    void givesBackTheLatestAnswerToTheSameQuestion() {
        UUID document = document("a.pdf").id();
        LlmCall latest = answered("{\"findings\":[]}", money("EUR", "0.00123"));
        run(() -> calls.store(document, null, answered("{}", null)));
        run(() -> calls.store(document, null, latest));

        assertThat(inTenant(() -> calls.findAnswered(QUESTION))).contains(latest);
        assertThat(inTenant(() -> calls.findAnswered(Sha256.of("another")))).isEmpty();
    }

    @Test
    void givesBackNoCallThatFailed() {
        UUID document = document("a.pdf").id();
        run(() -> calls.store(document, null, failed(FailureCategory.MALFORMED_ANSWER)));

        assertThat(inTenant(() -> calls.findAnswered(QUESTION))).isEmpty();
    }

    @Test
    void keepsTheAnswersOfOneTenantFromAnother() {
        UUID document = document("a.pdf").id();
        run(() -> calls.store(document, null, answered("{}", null)));
        UUID other = SharedDatabase.newTenant();

        assertThat(SharedDatabase.get().tenancy().call(other, () -> calls.findAnswered(QUESTION)))
                .isEmpty();
        assertThatThrownBy(() -> SharedDatabase.get()
                        .tenancy()
                        .run(other, () -> calls.store(document, null, answered("{}", null))))
                .as("a call belongs to a document of the same tenant")
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void addsUpWhatAJobAndItsFilesCost() {
        UUID document = document("a.pdf").id();
        JobItem item = item("a.pdf");
        run(() -> calls.store(document, item.id(), answered("{}", money("EUR", "0.0012"))));
        run(() -> calls.store(document, item.id(), answered("{}", money("EUR", "0.0003"))));
        run(() -> calls.store(document, null, answered("{}", money("EUR", "7"))));
        run(() -> calls.storeCounts(item.id(), LlmUse.ofQuestions(9, 9, 9)));
        run(() -> calls.storeCounts(item.id(), LlmUse.ofQuestions(4, 2, 1)));
        LlmUse use = new LlmUse(2, 4, 2, 1, 1800, 120, money("EUR", "0.0015"));

        assertThat(inTenant(() -> calls.usesOfItems(item.job()))).isEqualTo(Map.of(item.id(), use));
        assertThat(inTenant(() -> calls.usesOfJobs(List.of(item.job())))).isEqualTo(Map.of(item.job(), use));
    }

    @Test
    void doesNotAddUpCurrencies() {
        UUID document = document("a.pdf").id();
        JobItem item = item("a.pdf");
        run(() -> calls.store(document, item.id(), answered("{}", money("EUR", "1"))));
        run(() -> calls.store(document, item.id(), answered("{}", money("USD", "1"))));

        assertThat(inTenant(() -> calls.usesOfItems(item.job())).get(item.id()).cost())
                .isNull();
    }

    @Test
    void saysNothingOfAJobThatNeededNoModel() {
        JobItem item = item("a.pdf");

        assertThat(inTenant(() -> calls.usesOfJobs(List.of(item.job())))).isEmpty();
        assertThat(inTenant(() -> calls.usesOfJobs(List.of()))).isEmpty();
    }
}
