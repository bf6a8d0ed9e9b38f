package io.recital.extraction.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.recital.extraction.llm.LlmBudget;
import io.recital.extraction.llm.LlmExtractor;
import io.recital.extraction.llm.LlmServer;
import io.recital.extraction.rules.statement.ContractText;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
    /** Takes a moment for each answer, and counts how many questions it has in hand. */
    private static final class SlowModel implements ChatModel {
        private final AtomicInteger inHand = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public ChatResponse doChat(ChatRequest request) {
            most.accumulateAndGet(inHand.incrementAndGet(), Math::max);
            try {
                Thread.sleep(60);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                inHand.decrementAndGet();
            }
            return ChatResponse.builder()
                    .aiMessage(AiMessage.from(LlmServer.NOTHING))
                    .build();
        }
    }

    private static ContractReading contract(String subject) {
        ContractText text = ContractText.betweenSupplierAndCustomer();
        for (int n = 1; n <= 9; n++) {
            text.clause("" + n, "%s %d may be looked at.".formatted(subject, n));
        }
        return text.reading();
    }

    @Test
    void asksSoManyAtOnceAndNoMoreAlsoForTwoContractsTogether() {
        SlowModel model = new SlowModel();
        SecondOpinion second =
                new SecondOpinion(new LlmExtractor(model, "slow", 100), LlmBudget.of(1_000_000, null, null), 3);
        Cascade cascade = new Cascade(
                List.of(Told.doubts("rules", new CommercialLever(LeverType.AUDIT, List.of()))), Optional.of(second));

        CompletableFuture<Integer> beside = CompletableFuture.supplyAsync(
                () -> cascade.read(contract("Site")).use().calls());

        assertThat(cascade.read(contract("Book")).use().calls()).isEqualTo(9);
        assertThat(beside.join()).isEqualTo(9);
        assertThat(model.most.get()).isEqualTo(3);
    }
}
