package io.recital.extraction.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.recital.extraction.llm.LlmServer;
import io.recital.extraction.llm.Question;
import io.recital.extraction.rules.statement.ContractText;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Sha256;
import io.recital.models.finding.ContractReader.Reading;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LlmCall;
import io.recital.models.finding.LlmCalls;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Answers that were paid for once are not paid for again. */
class RememberedAnswersTest extends LlmScenario {
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
    void asksAgainWhereARememberedAnswerIsOfNoUseAnyMore() {
        answersAbout(1);
        ContractReading contract = contract(1);
        Question question =
                server.extractor().question(contract, contract.clauses().get(0), FindingKind.LEVER);
        calls.record(new LlmCall(
                question.key(), question.key(), FindingKind.LEVER, "small", "lever/1.1", found(9), null, 1, 1, null));

        assertThat(types(read(contract, AMPLE, VAGUE))).containsExactly("payment-term");
        assertThat(server.asked()).containsExactly("lever 1");
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
}
