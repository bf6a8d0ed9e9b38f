package io.recital.extraction.cascade;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.recital.extraction.llm.LlmServer;
import io.recital.models.finding.ClauseLabel;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractReader.Reading;
import io.recital.models.finding.Extraction.FailureCategory;
import io.recital.models.finding.LeverType;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom the cascade asks about what, and what comes of each way in which a language model may behave. */
class SecondOpinionTest extends LlmScenario {
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
}
