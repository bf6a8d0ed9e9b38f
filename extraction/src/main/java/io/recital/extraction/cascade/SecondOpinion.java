package io.recital.extraction.cascade;

import static java.util.Objects.requireNonNull;

import io.recital.extraction.llm.LlmBudget;
import io.recital.extraction.llm.LlmExtractor;
import io.recital.extraction.llm.Question;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.LlmCalls;
import io.recital.models.finding.LlmUse;
import io.recital.models.finding.Provenance;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A language model to ask about doubts, with the limits within which it is asked. At most {@code concurrency} questions
 * are on their way at once, of all contracts together.
 */
public final class SecondOpinion {
    private static final long IDLE_SECONDS = 10;

    private final LlmExtractor llm;
    private final LlmBudget budget;
    private final int concurrency;
    private final ExecutorService askers;

    public SecondOpinion(LlmExtractor llm, LlmBudget budget, int concurrency) {
        if (concurrency < 1) {
            throw new IllegalArgumentException("recital.llm.concurrency is 1 or more");
        }
        this.llm = requireNonNull(llm, "llm");
        this.budget = requireNonNull(budget, "budget");
        this.concurrency = concurrency;
        this.askers = askers(concurrency);
    }

    /** Threads that end by themselves when there is nothing to ask. */
    private static ExecutorService askers(int concurrency) {
        ThreadPoolExecutor askers = new ThreadPoolExecutor(
                concurrency, concurrency, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "llm");
                    thread.setDaemon(true);
                    return thread;
                });
        askers.allowCoreThreadTimeOut(true);
        return askers;
    }

    /** The model and the versions of all its prompts. */
    public Provenance provenance() {
        return llm.provenance();
    }

    /** Puts the doubts about a contract to the model, as far as memory and budget reach. */
    LlmUse settle(ContractReading contract, LlmCalls calls, Answers answers, Remarks remarks) {
        List<Question> questions = new Doubts(answers)
                .list(contract, llm.kindsByWorth()).stream()
                        .map(doubt -> llm.question(contract, doubt.clause(), doubt.kind()))
                        .toList();
        LlmUse use = new Consultation(llm, budget, calls, answers, remarks, askers, concurrency).ask(questions);
        remarks.noteNotAsked(llm.provenance(), use.notAsked(), budget.words());
        return use;
    }
}
