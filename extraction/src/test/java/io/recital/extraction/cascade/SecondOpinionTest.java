package io.recital.extraction.cascade;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.recital.extraction.llm.LlmBudget;
import io.recital.extraction.llm.LlmPrice;
import io.recital.extraction.llm.LlmServer;
import io.recital.extraction.llm.Question;
import io.recital.extraction.rules.statement.ContractText;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Sha256;
import io.recital.models.finding.ClauseLabel;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractReader.Reading;
import io.recital.models.finding.Extraction.FailureCategory;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.LlmCall;
import io.recital.models.finding.LlmCalls;
import io.recital.models.finding.LlmUse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom the cascade asks about what, and what comes of each way in which a language model may behave. */
class SecondOpinionTest {
    private static final int LONGEST_ANSWER = 400;
    private static final int PAID = LlmServer.TOKENS_IN + LlmServer.TOKENS_OUT;
    private static final LlmBudget AMPLE = LlmBudget.of(1_000_000, null, null);
    private static final CommercialLever AUDIT = new CommercialLever(LeverType.AUDIT, List.of());
    private static final Told VAGUE = Told.doubts("rules", AUDIT);

    private final RememberedCalls calls = new RememberedCalls();
    private LlmServer server;

    @BeforeEach
    void start() {
        server = new LlmServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** As many clauses as wanted; the one with the path {@code n} says that service n is paid within n weeks. */
    private static ContractReading contract(int clauses) {
        ContractText text = ContractText.betweenSupplierAndCustomer();
        for (int n = 1; n <= clauses; n++) {
            text.clause("" + n, words(n));
        }
        return text.reading();
    }

    private static String words(int n) {
        return "Service %d is paid for within %d weeks.".formatted(n, n);
    }

    private static String found(int n) {
        return LlmServer.lever(words(n), "payment_term", n + " weeks");
    }

    private void answersAbout(int clauses) {
        IntStream.rangeClosed(1, clauses).forEach(n -> server.answers(words(n), found(n)));
    }

    private Reading read(ContractReading contract, LlmBudget budget, Extractor... offline) {
        return read(contract, budget, 4, calls, offline);
    }

    private Reading read(
            ContractReading contract, LlmBudget budget, int concurrency, LlmCalls memory, Extractor... offline) {
        SecondOpinion second = new SecondOpinion(server.extractor(), budget, concurrency);
        return new Cascade(List.of(offline), Optional.of(second)).read(contract, memory);
    }

    private static List<String> types(Reading reading) {
        return reading.findings().stream()
                .map(finding -> finding.content().type())
                .toList();
    }

    private static List<UUID> ids(Reading reading) {
        return reading.findings().stream().map(Finding::id).toList();
    }

    private static LlmUse use(int calls, int cached, int notAsked, int unanswered) {
        return new LlmUse(
                calls,
                cached,
                notAsked,
                unanswered,
                (long) calls * LlmServer.TOKENS_IN,
                (long) calls * LlmServer.TOKENS_OUT,
                null);
    }

    @Test
    void isAskedWhereTheOthersAreUnsureOnlyAndItsFindingTakesTheirPlace() {
        answersAbout(3);

        Reading reading = read(contract(3), AMPLE, VAGUE.in("2"));

        assertThat(server.asked()).containsExactly("lever 2");
        assertThat(types(reading)).containsExactly("payment-term");
        assertThat(reading.findings().get(0).provenance().extractor()).isEqualTo("llm:small");
        assertThat(reading.findings().get(0).provenance().version()).contains("lever/");
        assertThat(reading.remarks()).isEmpty();
        assertThat(reading.use()).isEqualTo(use(1, 0, 0, 0));
    }

    @Test
    void isAskedWhereTheClassifierSeesALeverThatTheRulesMissAndAddsOnlyThat() {
        CommercialLever payment = new CommercialLever(LeverType.PAYMENT_TERM, List.of());
        server.answers("""
                {"findings":[
                  {"quote":"Service 1 is paid for","lever":"payment_term","parameters":[]},
                  {"quote":"Service 1 is paid for","lever":"audit","parameters":[]}]}""");

        Reading reading = read(
                contract(2),
                AMPLE,
                Told.finds("rules", payment),
                Told.finds("classifier", new ClauseLabel("Audit Rights")).in("1"));

        assertThat(server.asked()).containsExactly("lever 1");
        assertThat(types(reading)).containsExactlyInAnyOrder("payment-term", "payment-term", "Audit Rights", "audit");
        assertThat(reading.findings().stream()
                        .filter(finding -> finding.provenance().extractor().equals("llm:small")))
                .extracting(finding -> finding.content().type())
                .containsExactly("audit");
    }

    @Test
    void dispelsADoubtWhenItFindsNothing() {
        server.answers(LlmServer.NOTHING);

        Reading reading = read(contract(1), AMPLE, VAGUE);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.remarks()).isEmpty();
        assertThat(reading.use()).isEqualTo(use(1, 0, 0, 0));
    }

    static Stream<Arguments> badAnswers() {
        return Stream.of(
                Arguments.of(FailureCategory.REFUSED, LlmServer.status(400), "refused to judge 1 clause"),
                Arguments.of(
                        FailureCategory.MALFORMED_ANSWER,
                        okJson(LlmServer.completion("I found {")),
                        "gave no usable answer on 1 clause"),
                Arguments.of(
                        FailureCategory.RATE_LIMITED,
                        aResponse().withStatus(429).withHeader("Retry-After", "3600"),
                        "was rate-limited on 1 clause"),
                Arguments.of(
                        FailureCategory.TIMEOUT,
                        okJson(LlmServer.completion(found(1))).withFixedDelay(4000),
                        "did not answer in time on 1 clause"),
                Arguments.of(
                        FailureCategory.UNVERIFIABLE_QUOTE,
                        okJson(LlmServer.completion(found(7))),
                        "quoted words that are not in the text on 1 clause"),
                Arguments.of(FailureCategory.UNAVAILABLE, LlmServer.status(500), "was not available for 1 clause"));
    }

    @ParameterizedTest
    @MethodSource("badAnswers")
    void leavesTheOfflineResultWhereItsAnswerIsOfNoUseAndAsksAgainNextTime(
            FailureCategory failure, ResponseDefinitionBuilder response, String remark) {
        server.answers(words(1), response);
        server.patience(Duration.ofSeconds(failure == FailureCategory.TIMEOUT ? 1 : 20));

        Reading reading = read(contract(1), AMPLE, VAGUE);

        assertThat(types(reading)).containsExactly("audit");
        assertThat(reading.remarks()).singleElement().asString().startsWith("llm:small " + remark);
        assertThat(reading.use().unanswered()).isEqualTo(1);
        assertThat(calls.all()).singleElement().satisfies(call -> {
            assertThat(call.failure()).isEqualTo(failure);
            assertThat(call.answer()).isNull();
        });
        server.forget();
        server.patience(Duration.ofSeconds(20));
        server.answers(words(1), found(1));
        assertThat(types(read(contract(1), AMPLE, VAGUE))).containsExactly("payment-term");
        assertThat(server.asked()).containsExactly("lever 1");
    }

    @Test
    void isGivenUpAfterThreeCallsWhenItDoesNotAnswer() {
        server.wire().resetAll();
        server.answers("is paid", LlmServer.status(503));

        Reading reading = read(contract(10), AMPLE, VAGUE);

        assertThat(server.asked()).containsExactly("lever 1", "lever 2", "lever 3");
        assertThat(types(reading)).hasSize(10).containsOnly("audit");
        assertThat(reading.use().unanswered()).isEqualTo(10);
        assertThat(reading.remarks())
                .containsExactly("llm:small was not available for 3 clauses; the offline result stands.");
    }

    @Test
    void isGivenUpSoonWhenItStopsAnsweringUnderWay() {
        answersAbout(20);
        IntStream.rangeClosed(5, 20).forEach(n -> server.answers(words(n), LlmServer.status(500)));

        Reading reading = read(contract(20), AMPLE, VAGUE);

        assertThat(server.asked().size()).isBetween(7, 8);
        assertThat(types(reading).stream().filter("payment-term"::equals)).hasSize(4);
        assertThat(reading.use().unanswered()).isEqualTo(16);
    }

    @Test
    void sendsNothingAgainThatWasAnsweredAndFindsTheSame() {
        answersAbout(4);
        server.answers(words(3), LlmServer.NOTHING);
        ContractReading contract = contract(4);
        Reading first = read(contract, AMPLE, VAGUE);
        assertThat(server.asked()).hasSize(4);
        server.forget();

        Reading second = read(contract, AMPLE, VAGUE);

        assertThat(server.asked()).isEmpty();
        assertThat(ids(second)).isEqualTo(ids(first)).hasSize(3);
        assertThat(second.use()).isEqualTo(use(0, 4, 0, 0));
    }

    @Test
    void answersFromMemoryWhenTheServiceIsDown() {
        answersAbout(2);
        ContractReading contract = contract(2);
        Reading first = read(contract, AMPLE, VAGUE);
        server.wire().stop();

        assertThat(ids(read(contract, AMPLE, VAGUE))).isEqualTo(ids(first));
    }

    @Test
    void keepsEachAnswerBeforeItIsUsedSoThatACrashLosesNone() {
        answersAbout(3);
        ContractReading contract = contract(3);
        LlmCalls crashing = new LlmCalls() {
            @Override
            public Optional<LlmCall> findAnswered(Sha256 question) {
                return calls.findAnswered(question);
            }

            @Override
            public void record(LlmCall call) {
                calls.record(call);
                if (calls.all().size() == 2) {
                    throw new IllegalStateException("crash");
                }
            }
        };
        assertThatIllegalStateException().isThrownBy(() -> read(contract, AMPLE, 1, crashing, VAGUE));
        server.forget();

        Reading reading = read(contract, AMPLE, VAGUE);

        assertThat(server.asked()).containsExactly("lever 3");
        assertThat(reading.use()).isEqualTo(use(1, 2, 0, 0));
        assertThat(types(reading)).hasSize(3).containsOnly("payment-term");
    }

    @Test
    void asksTheSameQuestionOnceInAContract() {
        server.answers(LlmServer.lever("Service 1 is paid for", "payment_term", "1 weeks"));
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .clause("1", words(1))
                .clause("1", words(1))
                .reading();

        Reading reading = read(contract, AMPLE, VAGUE);

        assertThat(server.asked()).hasSize(1);
        assertThat(reading.use()).isEqualTo(use(1, 1, 0, 0));
        assertThat(reading.findings())
                .extracting(finding -> finding.citations().get(0).span().start())
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

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
