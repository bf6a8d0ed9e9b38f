package io.recital.extraction.cascade;

import io.recital.extraction.llm.LlmBudget;
import io.recital.extraction.llm.LlmServer;
import io.recital.extraction.rules.statement.ContractText;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractReader.Reading;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.LlmCalls;
import io.recital.models.finding.LlmUse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Clauses that the offline extractor is vague about, and a language model that is played. */
abstract class LlmScenario {
    static final int LONGEST_ANSWER = 400;
    static final int PAID = LlmServer.TOKENS_IN + LlmServer.TOKENS_OUT;
    static final LlmBudget AMPLE = LlmBudget.of(1_000_000, null, null);
    static final CommercialLever AUDIT = new CommercialLever(LeverType.AUDIT, List.of());
    static final Told VAGUE = Told.doubts("rules", AUDIT);

    final RememberedCalls calls = new RememberedCalls();
    LlmServer server;

    @BeforeEach
    void start() {
        server = new LlmServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** As many clauses as wanted; the one with the path {@code n} says that service n is paid within n weeks. */
    static ContractReading contract(int clauses) {
        ContractText text = ContractText.betweenSupplierAndCustomer();
        for (int n = 1; n <= clauses; n++) {
            text.clause("" + n, words(n));
        }
        return text.reading();
    }

    static String words(int n) {
        return "Service %d is paid for within %d weeks.".formatted(n, n);
    }

    static String found(int n) {
        return LlmServer.lever(words(n), "payment_term", n + " weeks");
    }

    void answersAbout(int clauses) {
        IntStream.rangeClosed(1, clauses).forEach(n -> server.answers(words(n), found(n)));
    }

    Reading read(ContractReading contract, LlmBudget budget, Extractor... offline) {
        return read(contract, budget, 4, calls, offline);
    }

    Reading read(ContractReading contract, LlmBudget budget, int concurrency, LlmCalls memory, Extractor... offline) {
        SecondOpinion second = new SecondOpinion(server.extractor(), budget, concurrency);
        return new Cascade(List.of(offline), Optional.of(second)).read(contract, memory);
    }

    static List<String> types(Reading reading) {
        return reading.findings().stream()
                .map(finding -> finding.content().type())
                .toList();
    }

    static List<UUID> ids(Reading reading) {
        return reading.findings().stream().map(Finding::id).toList();
    }

    static LlmUse use(int calls, int cached, int notAsked, int unanswered) {
        return new LlmUse(
                calls,
                cached,
                notAsked,
                unanswered,
                (long) calls * LlmServer.TOKENS_IN,
                (long) calls * LlmServer.TOKENS_OUT,
                null);
    }
}
