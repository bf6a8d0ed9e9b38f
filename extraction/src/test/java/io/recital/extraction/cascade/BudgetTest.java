package io.recital.extraction.cascade;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.llm.LlmBudget;
import io.recital.extraction.llm.LlmPrice;
import io.recital.extraction.llm.LlmServer;
import io.recital.extraction.llm.Question;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.ContractReader.Reading;
import io.recital.models.finding.FindingKind;
import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;

/** What is asked while there is budget, in which order, and what is said when it is spent. */
class BudgetTest extends LlmScenario {
    /** Suffices for two answers, and then not for a third question. */
    private long tokensForTwo(ContractReading contract) {
        Question question =
                server.extractor().question(contract, contract.clauses().get(2), FindingKind.LEVER);
        return question.tokensIn() + LONGEST_ANSWER + 2L * PAID - 1;
    }

    @Test
    void stopsAskingWhenTheTokensAreSpentAndSaysSo() {
        answersAbout(6);
        ContractReading contract = contract(6);
        long tokens = tokensForTwo(contract);

        Reading reading = read(contract, LlmBudget.of(tokens, null, null), VAGUE);

        assertThat(server.asked()).containsExactly("lever 1", "lever 2");
        assertThat(reading.use()).isEqualTo(use(2, 0, 4, 0));
        assertThat(types(reading)).containsExactly("payment-term", "payment-term", "audit", "audit", "audit", "audit");
        assertThat(reading.remarks())
                .containsExactly("llm:small was not asked 4 questions: the budget of " + tokens
                        + " tokens for the contract is spent; the offline result stands.");
    }

    @Test
    void aReRunStaysWithinTheSameBudgetAndALargerOneAsksForTheRestOnly() {
        answersAbout(6);
        ContractReading contract = contract(6);
        LlmBudget small = LlmBudget.of(tokensForTwo(contract), null, null);
        Reading first = read(contract, small, VAGUE);
        server.forget();

        Reading again = read(contract, small, VAGUE);

        assertThat(server.asked()).isEmpty();
        assertThat(again.use()).isEqualTo(use(0, 2, 4, 0));
        assertThat(ids(again)).isEqualTo(ids(first));
        Reading whole = read(contract, AMPLE, VAGUE);
        assertThat(server.asked()).containsExactlyInAnyOrder("lever 3", "lever 4", "lever 5", "lever 6");
        assertThat(whole.use()).isEqualTo(use(4, 2, 0, 0));
        assertThat(types(whole)).hasSize(6).containsOnly("payment-term");
    }

    @Test
    void stopsAskingWhenTheMoneyIsSpentAndSaysWhatItCost() {
        answersAbout(3);
        ContractReading contract = contract(3);
        LlmPrice price = LlmPrice.of(new BigDecimal("2"), new BigDecimal("8"), "EUR");
        BigMoney paid = price.of(LlmServer.TOKENS_IN, LlmServer.TOKENS_OUT);
        Question second =
                server.extractor().question(contract, contract.clauses().get(1), FindingKind.LEVER);
        BigDecimal money = price.of(second.tokensIn(), LONGEST_ANSWER)
                .plus(paid)
                .getAmount()
                .subtract(new BigDecimal("0.000001"));

        Reading reading = read(contract, LlmBudget.of(1_000_000, money, price), VAGUE);

        assertThat(server.asked()).containsExactly("lever 1");
        assertThat(reading.use().cost()).isEqualTo(paid);
        assertThat(reading.use().notAsked()).isEqualTo(2);
        assertThat(reading.remarks()).singleElement().asString().contains("1000000 tokens or EUR " + money);
    }

    @Test
    void asksNothingWithoutABudget() {
        Reading reading = read(contract(2), LlmBudget.of(0, null, null), VAGUE);

        assertThat(server.asked()).isEmpty();
        assertThat(reading.use()).isEqualTo(use(0, 0, 2, 0));
    }

    @Test
    void asksAboutWhatCarriesMoneyFirst() {
        server.answers(LlmServer.NOTHING);
        Told facts = new Told("facts", FindingKind.FACT, VAGUE.answer());

        read(contract(2), AMPLE, 1, calls, facts, VAGUE);

        assertThat(server.asked()).containsExactly("lever 1", "lever 2", "fact 1", "fact 2");
    }

    @Test
    void findsAndSpendsTheSameWhicheverAnswerIsThereFirst() {
        ContractReading contract = contract(8);
        answersAbout(8);
        server.answers(words(2), okJson(LlmServer.completion(found(2))).withFixedDelay(500));
        server.answers(words(3), okJson(LlmServer.completion("{")));
        server.answers(words(5), okJson(LlmServer.completion(found(5))).withFixedDelay(300));
        LlmBudget five = LlmBudget.of(tokensForTwo(contract) + 3L * PAID, null, null);

        Reading oneByOne = read(contract, five, 1, new RememberedCalls(), VAGUE);
        Reading sideBySide = read(contract, five, 4, new RememberedCalls(), VAGUE);

        assertThat(sideBySide.findings()).isEqualTo(oneByOne.findings());
        assertThat(sideBySide.use()).isEqualTo(oneByOne.use()).isEqualTo(use(5, 0, 3, 1));
        assertThat(sideBySide.remarks()).isEqualTo(oneByOne.remarks());
    }
}
